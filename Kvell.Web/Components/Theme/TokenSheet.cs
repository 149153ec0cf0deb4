using System.Text.RegularExpressions;

namespace Kvell.Web.Components.Theme;

/// <summary>
/// The tokens of <c>wwwroot/css/tokens.css</c>, which is built into the assembly: the stylesheet and MudBlazor's theme can't
/// drift apart.
/// </summary>
public sealed partial class TokenSheet
{
    private readonly Dictionary<string, string> _light;
    private readonly Dictionary<string, string> _dark;

    private TokenSheet(string css) => (_light, _dark) = (BlockOf(css, ":root"), BlockOf(css, ".kv-dark"));

    public static TokenSheet Shipped { get; } = Read();

    public static TokenSheet Parse(string css) => new(css);

    /// <exception cref="KeyNotFoundException">No such token in the light block.</exception>
    public string Light(string token) => _light[token];

    /// <summary>A token that doesn't differ in the dark is in the light block only.</summary>
    public string Dark(string token) => _dark.GetValueOrDefault(token) ?? _light[token];

    private static TokenSheet Read()
    {
        using var stream = typeof(TokenSheet).Assembly.GetManifestResourceStream("tokens.css")
            ?? throw new InvalidOperationException("tokens.css is not built into the assembly.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    private static Dictionary<string, string> BlockOf(string css, string selector)
    {
        var block = Regex.Match(css, $@"^{Regex.Escape(selector)} \{{(.*?)^\}}", RegexOptions.Multiline | RegexOptions.Singleline);
        return Declaration().Matches(block.Groups[1].Value)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());
    }

    [GeneratedRegex(@"--kv-([a-z0-9-]+):\s*([^;]+);")]
    private static partial Regex Declaration();
}
