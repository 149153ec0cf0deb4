using System.Globalization;
using System.Text.RegularExpressions;
using Kvell.Tests.Architecture;
using Kvell.Web.Components.Theme;
using MudBlazor;
using MudBlazor.Utilities;
using Xunit;

namespace Kvell.Tests.Web;

/// <summary>Light and dark come from one set of tokens, for the stylesheet and for MudBlazor alike.</summary>
public sealed partial class ThemeTests
{
    private const string Folder = "Kvell.Web/wwwroot/css";

    private static readonly string Tokens = Repository.Read($"{Folder}/tokens.css");

    public static TheoryData<string, Func<Palette, MudColor>> Painted => new()
    {
        { "bg", palette => palette.Background },
        { "surface", palette => palette.Surface },
        { "ink", palette => palette.TextPrimary },
        { "ink-2", palette => palette.TextSecondary },
        { "primary", palette => palette.Primary },
        { "on-primary", palette => palette.PrimaryContrastText },
        { "completed", palette => palette.Success },
        { "unknown", palette => palette.Warning },
        { "declined", palette => palette.Error },
        { "busy", palette => palette.Info },
        { "line", palette => palette.LinesDefault },
        { "control", palette => palette.LinesInputs },
    };

    [Theory]
    [MemberData(nameof(Painted), DisableDiscoveryEnumeration = true)]
    public void MudBlazor_paints_with_the_stylesheets_tokens(string token, Func<Palette, MudColor> colour)
    {
        Assert.Equal(new MudColor(In(":root", token)), colour(KvellTheme.Theme.PaletteLight));
        Assert.Equal(new MudColor(In(".kv-dark", token)), colour(KvellTheme.Theme.PaletteDark));
    }

    [Fact]
    public void MudBlazor_has_the_stylesheets_shape_and_letters()
    {
        Assert.Equal(In(":root", "r"), KvellTheme.Theme.LayoutProperties.DefaultBorderRadius);
        Assert.Equal("Golos Text Variable", KvellTheme.Theme.Typography.Default.FontFamily![0]);
        Assert.DoesNotContain(KvellTheme.Theme.Typography.Default.FontFamily, family => family == "Roboto");
    }

    [Fact]
    public void The_dark_theme_redefines_every_colour() => Assert.Empty(
        Declarations(":root").Where(pair => pair.Value.StartsWith('#')).Select(pair => pair.Key).Except(Declarations(".kv-dark").Keys));

    [Theory]
    [InlineData(":root")]
    [InlineData(".kv-dark")]
    public void Every_words_colour_stands_out_from_its_ground(string theme)
    {
        var states = new[] { "new", "busy", "code", "unknown", "postponed", "declined", "completed" };
        var pairs = states.Select(state => (state, $"{state}-bg"))
            .Concat([("on-primary", "primary"), ("on-primary", "primary-hover")])
            .Concat(from ink in new[] { "ink", "ink-2", "ink-3", "link" } from ground in new[] { "bg", "surface", "sunken", "hover", "selected" } select (ink, ground));
        Assert.All(pairs, pair => Assert.True(Contrast(In(theme, pair.Item1), In(theme, pair.Item2)) >= 4.5, $"{pair.Item1} on {pair.Item2}"));
    }

    [Fact]
    public void Rules_use_only_tokens_that_are_there()
    {
        var known = Declarations(":root").Keys.ToHashSet();
        Assert.Empty(Sheets().SelectMany(sheet => Use().Matches(sheet.Text).Select(use => use.Groups[1].Value)).Distinct().Except(known));
        Assert.NotEmpty(Sheets());
    }

    [Fact]
    public void No_rule_has_a_colour_of_its_own() => Assert.Empty(
        from sheet in Sheets()
        where sheet.Name is not ("tokens.css" or "print.css" or "paper.css")
        from Match colour in Colour().Matches(sheet.Text)
        select $"{sheet.Name}: {colour.Value}");

    [Fact]
    public void No_sheet_asks_another_server_for_anything() => Assert.All(Sheets(), sheet =>
    {
        Assert.DoesNotContain("//", sheet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", sheet.Text, StringComparison.Ordinal);
    });

    private static IEnumerable<(string Name, string Text)> Sheets() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder), "*.css").Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    /// <summary>Read here in another way than the product reads it.</summary>
    private static Dictionary<string, string> Declarations(string selector)
    {
        var start = Tokens.IndexOf(selector + " {", StringComparison.Ordinal);
        var block = Tokens[start..Tokens.IndexOf("\n}", start, StringComparison.Ordinal)];
        return block.Split(';', '{').Select(part => part.Trim()).Where(part => part.StartsWith("--kv-", StringComparison.Ordinal))
            .Select(part => part.Split(": ", 2)).ToDictionary(part => part[0]["--kv-".Length..], part => part[1]);
    }

    private static string In(string theme, string token) => Declarations(theme).GetValueOrDefault(token) ?? Declarations(":root")[token];

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Part(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    [GeneratedRegex(@"var\(--kv-([a-z0-9-]+)")]
    private static partial Regex Use();

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b|rgba?\(")]
    private static partial Regex Colour();
}
