using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Kvell.Tests.Architecture;

/// <summary>No secret is in a file that is checked in.</summary>
public sealed partial class SecretsInFilesTests
{
    private static readonly string[] Settings =
    [
        .. Directory.EnumerateFiles(Repository.Root, "appsettings*.json"),
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "Kvell.Web"), "appsettings*.json"),
    ];

    [Fact]
    public void Settings_files_hold_no_secret()
    {
        Assert.NotEmpty(Settings);
        Findings.None(Settings.SelectMany(file => Filled(JsonDocument.Parse(File.ReadAllText(file)).RootElement, Path.GetFileName(file))));
    }

    [Fact]
    public void No_private_key_is_in_the_code() => Findings.None(
        Repository.Code.Where(file => !file.IsUnder("Kvell.Tests/Architecture/") && PrivateKey().IsMatch(file.Text)).Select(file => file.Path));

    private static IEnumerable<string> Filled(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Filled(member.Value, $"{path}:{member.Name}")),
        JsonValueKind.String when SecretName().IsMatch(path) || SecretValue().IsMatch(element.GetString()!) => [path],
        _ => [],
    };

    [GeneratedRegex("(secret|password|apikey|privatekey|token)[^:]*$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex("password\\s*=|pwd\\s*=|BEGIN [A-Z ]*PRIVATE KEY", RegexOptions.IgnoreCase)]
    private static partial Regex SecretValue();

    [GeneratedRegex("BEGIN [A-Z ]*PRIVATE KEY-----[\\r\\n\\\\n]+[A-Za-z0-9+/]{40}")]
    private static partial Regex PrivateKey();
}
