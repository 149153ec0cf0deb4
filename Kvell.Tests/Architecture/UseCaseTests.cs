using System.Reflection;
using System.Text.RegularExpressions;
using Kvell.Domain.Common;
using Xunit;

namespace Kvell.Tests.Architecture;

/// <summary>A use-case is a sealed class named by its verb, open to the roles it names and closed to everybody else.</summary>
public sealed partial class UseCaseTests
{
    private static readonly Type[] UseCases = [.. Types().Where(type => type.IsAssignableTo(typeof(IUseCase)) && !type.IsInterface)];

    [Fact]
    public void Every_use_case_is_sealed_and_names_its_roles() => Findings.None(
        from type in UseCases
        where !type.IsSealed || type.GetCustomAttribute<AllowedToAttribute>() is not { Roles.Count: > 0 }
        select type.FullName);

    [Fact]
    public void Whatever_is_executed_for_an_actor_is_a_use_case() => Findings.None(
        from type in Types()
        where Executions(type).Any() && !UseCases.Contains(type)
        select type.FullName);

    [Fact]
    public void A_use_case_takes_the_actor_first_and_a_cancellation_last() => Findings.None(
        from type in UseCases
        where !Executions(type).Any() || Executions(type).Any(method => method.GetParameters()[^1].ParameterType != typeof(CancellationToken))
        select type.FullName);

    [Fact]
    public void A_use_case_asks_for_the_right_before_anything_else() => Findings.None(
        from file in Repository.Product
        from Match match in Execution().Matches(file.Text)
        where !match.Groups["first"].Value.StartsWith("actor.Demand(this);", StringComparison.Ordinal)
        select $"{file.Path}: {match.Groups["first"].Value}");

    [Fact]
    public void Every_use_case_asks_for_the_right() => Findings.None(
        from type in UseCases
        let demands = KvellCode.Calls.Where(call => call.Target == typeof(UseCaseAccess).FullName && call.Method == nameof(UseCaseAccess.Demand))
        where demands.All(call => call.Origin != type.FullName)
        select type.FullName);

    private static Type[] Types() => Assembly.Load("Kvell.Infrastructure").GetTypes();

    private static IEnumerable<MethodInfo> Executions(Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.Name == "ExecuteAsync" && method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Actor)
        select method;

    /// <summary>The signature, and the first statement of the body.</summary>
    [GeneratedRegex(@"\bExecuteAsync\(\s*Actor actor\b[^{;]*?\)\s*(\{|=>)\s*(?<first>[^\n]*)")]
    private static partial Regex Execution();
}
