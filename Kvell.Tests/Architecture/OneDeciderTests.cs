using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Pledges.Forms;
using Xunit;

namespace Kvell.Tests.Architecture;

/// <summary>What a payout's answer means and what comes next is decided in one place: <c>Kvell.Domain.CardTopUps</c>.</summary>
public sealed partial class OneDeciderTests
{
    private const string Decider = "Kvell.Domain/CardTopUps/";
    private const string Processor = "Kvell.Infrastructure/CardTopUps/";

    /// <summary>The gateway's own side of the wire.</summary>
    private const string Emulator = "Kvell.Infrastructure/Emulator/";

    [Fact]
    public void No_property_of_the_Domain_can_be_set_from_outside() => Findings.None(
        from type in typeof(CardTopUp).Assembly.GetTypes()
        where type.Namespace != typeof(GroupForm).Namespace && !type.Name.EndsWith("Form", StringComparison.Ordinal) // what a person types is his to change
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where property.SetMethod is { IsPublic: true } setter
            && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void Only_the_processor_walks_the_steps() => Findings.None(
        from call in KvellCode.Calls
        where call.Target == typeof(CardTopUp).FullName && Verbs.Contains(call.Method)
        where !call.Origin.StartsWith("Kvell.Domain.CardTopUps.", StringComparison.Ordinal)
            && !call.Origin.StartsWith("Kvell.Infrastructure.CardTopUps.", StringComparison.Ordinal)
        select $"{call.Origin} calls {call.Method}");

    [Fact]
    public void Only_the_Domain_looks_at_what_kind_of_answer_it_was() => Findings.None(
        from file in Repository.Product
        where !file.IsUnder(Decider) && file.Text.Contains(nameof(AnswerKind), StringComparison.Ordinal)
        select file.Path);

    [Fact]
    public void Gateway_codes_are_read_in_the_decider_alone() => Findings.None(
        Literals(GatewayCode()).Where(found => found.File is not (Decider + "AnswerMeaning.cs" or Decider + "RefusalText.cs")).Select(Place));

    [Fact]
    public void Gateway_statuses_are_read_in_the_decider_alone() => Findings.None(
        Literals(GatewayStatus())
            .Where(found => found.File is not (Decider + "AnswerMeaning.cs") && !found.File.StartsWith("Kvell.Web/", StringComparison.Ordinal)) // there they are names of styles
            .Select(Place));

    [Fact]
    public void Updates_in_the_database_change_a_lease_and_nothing_else() => Findings.None(
        from file in Repository.Product
        where file.IsUnder(Processor)
        from Match match in SetProperty().Matches(file.Text)
        where match.Groups[1].Value is not (nameof(CardTopUp.LeaseOwner) or nameof(CardTopUp.LeaseUntil) or nameof(CardTopUp.Version))
        select $"{file.Path}: {match.Value}");

    [Fact]
    public void No_SQL_is_written_by_hand_outside_of_Persistence() => Findings.None(
        from file in Repository.Product
        where !file.IsUnder("Kvell.Infrastructure/Persistence/") && RawSql().IsMatch(file.Text)
        select file.Path);

    private static HashSet<string> Verbs { get; } = typeof(CardTopUp)
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName && (method.ReturnType == typeof(void) || method.ReturnType == typeof(TopUpAttempt) || method.ReturnType == typeof(TopUpStep)))
        .Select(method => method.Name)
        .ToHashSet();

    private static IEnumerable<(string File, string Found)> Literals(Regex pattern) =>
        from file in Repository.Product
        where !file.IsUnder(Emulator)
        from line in file.Lines
        where !line.TrimStart().StartsWith("///", StringComparison.Ordinal) && pattern.IsMatch(line)
        select (file.Path, line.Trim());

    private static string Place((string File, string Found) found) => $"{found.File}: {found.Found}";

    [GeneratedRegex(@"\b200\d\d\b")]
    private static partial Regex GatewayCode();

    [GeneratedRegex("\"(new|processing|wait_confirm|pending_otp|completed|canceled)\"", RegexOptions.IgnoreCase)]
    private static partial Regex GatewayStatus();

    [GeneratedRegex(@"SetProperty\(\s*\w+\s*=>\s*\w+\.(\w+)")]
    private static partial Regex SetProperty();

    [GeneratedRegex(@"\b(ExecuteSql|FromSql|SqlQuery)\w*\(")]
    private static partial Regex RawSql();
}
