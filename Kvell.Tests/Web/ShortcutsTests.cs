using System.Text.RegularExpressions;
using Kvell.Tests.Architecture;
using Kvell.Web.Features.Keys;
using Xunit;

namespace Kvell.Tests.Web;

/// <summary>The sheet «Клавиши» names every key there is, and no other.</summary>
public sealed partial class ShortcutsTests
{
    /// <summary>Keys of the scripts, beside those of the buttons.</summary>
    private static readonly Dictionary<string, string> InScripts = new()
    {
        ["Ctrl+K"] = "KeyK",
        ["Ctrl+F"] = "KeyF",
        ["Ctrl+D"] = "KeyD",
        ["Enter"] = "\"Enter\"",
        ["F4"] = "\"F4\"",
        ["Ctrl+Del"] = "\"Delete\"",
        ["Esc"] = "\"Escape\"",
        ["Ctrl+V"] = "\"paste\"",
    };

    private static HashSet<string> Named => [.. Shortcuts.All.Select(shortcut => shortcut.Keys)];

    private static IEnumerable<SourceFile> Pages => Repository.Product.Where(file => file.IsUnder("Kvell.Web/") && file.Path.EndsWith(".razor", StringComparison.Ordinal));

    private static HashSet<string> OnButtons =>
    [
        .. Pages.SelectMany(file => DataKey().Matches(file.Text)).Select(match => Spoken(match.Groups[1].Value)),
    ];

    [Fact]
    public void Each_key_of_a_button_is_named() => Assert.Empty(OnButtons.Except(Named));

    [Fact]
    public void Each_named_key_is_a_buttons_or_a_scripts()
    {
        Assert.Empty(Named.Except(OnButtons).Except(InScripts.Keys));
        var scripts = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "Kvell.Web/wwwroot/js")).Select(File.ReadAllText));
        Assert.All(InScripts.Values, key => Assert.Contains(key, scripts, StringComparison.Ordinal));
    }

    private static string Spoken(string key) => key switch
    {
        "Insert" => "Ins",
        "Alt+KeyY" => "Alt+Н",
        _ => Letter().Replace(key, "+$1"),
    };

    [GeneratedRegex("data-key=\"([^\"@]+)\"")]
    private static partial Regex DataKey();

    [GeneratedRegex(@"\+Key(\w)$")]
    private static partial Regex Letter();
}
