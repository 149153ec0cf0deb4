using MudBlazor;

namespace Kvell.Web.Components.Theme;

/// <summary>MudBlazor's theme, out of the stylesheet's tokens.</summary>
public static class KvellTheme
{
    /// <summary>The cookie that keeps a person's choice; the first paint is right because the server reads it.</summary>
    public const string Cookie = "kv-theme";

    public const string DarkClass = "kv-dark";

    public static MudTheme Theme { get; } = From(TokenSheet.Shipped);

    public static MudTheme From(TokenSheet tokens) => new()
    {
        PaletteLight = Fill(new PaletteLight(), tokens.Light),
        PaletteDark = Fill(new PaletteDark(), tokens.Dark),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = tokens.Light("r") },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = [.. tokens.Light("font").Split(',').Select(family => family.Trim().Trim('"'))],
                FontSize = ".875rem",
                LineHeight = "1.4286",
                LetterSpacing = "normal",
            },
            Button = new ButtonTypography
            {
                FontFamily = [.. tokens.Light("font").Split(',').Select(family => family.Trim().Trim('"'))],
                FontSize = ".8125rem",
                FontWeight = "600",
                LineHeight = "1rem",
                LetterSpacing = "normal",
                TextTransform = "none",
            },
        },
    };

    private static T Fill<T>(T palette, Func<string, string> token)
        where T : Palette
    {
        palette.Black = token("ink");
        palette.Background = token("bg");
        palette.BackgroundGray = token("sunken");
        palette.Surface = token("surface");
        palette.TextPrimary = token("ink");
        palette.TextSecondary = token("ink-2");
        palette.TextDisabled = token("ink-3");
        palette.ActionDefault = token("ink-2");
        palette.ActionDisabled = token("ink-3");
        palette.ActionDisabledBackground = token("sunken");
        palette.Primary = token("primary");
        palette.PrimaryDarken = token("primary-hover");
        palette.PrimaryContrastText = token("on-primary");
        palette.Secondary = token("brand");
        palette.Info = token("busy");
        palette.Success = token("completed");
        palette.Warning = token("unknown");
        palette.Error = token("declined");
        palette.LinesDefault = token("line");
        palette.LinesInputs = token("control");
        palette.Divider = token("line");
        palette.TableLines = token("line");
        palette.TableHover = token("hover");
        palette.OverlayDark = token("scrim");
        return palette;
    }
}
