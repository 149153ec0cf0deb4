using Kvell.Tests.Browser;
using Microsoft.Playwright;

namespace Kvell.Tests.Lab.Pictures;

/// <summary>Many screens, small, on one page.</summary>
internal sealed class ContactSheet
{
    private const int Width = 2400;

    private readonly List<string> _figures = [];

    public void Add(string name, byte[] light, byte[] dark) => _figures.Add(
        $"<figure><img src='{Source(light)}'><img src='{Source(dark)}'><figcaption>{name}</figcaption></figure>");

    /// <returns>A JPEG.</returns>
    public async Task<byte[]> ShootAsync(BrowserFixture browser, Uri site)
    {
        await using var context = await browser.NewContextAsync(site, null, new() { ViewportSize = new() { Width = Width, Height = 1000 } });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(
            $$"""
            <style>
                body { margin: 24px; display: grid; grid-template-columns: repeat(4, 1fr); gap: 24px; font: 15px sans-serif; background: #fff; }
                figure { margin: 0; display: grid; grid-template-columns: 1fr 1fr; gap: 4px; }
                img { width: 100%; outline: 1px solid #ccc; }
                figcaption { grid-column: span 2; }
            </style>
            {{string.Concat(_figures)}}
            """,
            new() { WaitUntil = WaitUntilState.Load });
        return await page.ScreenshotAsync(new() { FullPage = true, Type = ScreenshotType.Jpeg, Quality = 70 });
    }

    private static string Source(byte[] picture) => $"data:image/png;base64,{Convert.ToBase64String(picture)}";
}
