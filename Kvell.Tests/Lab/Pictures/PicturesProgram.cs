using Kvell.Tests.Architecture;
using Kvell.Tests.Browser;
using Kvell.Tests.Web.Look;
using Microsoft.Playwright;

namespace Kvell.Tests.Lab.Pictures;

/// <summary>Takes the README's pictures, and puts every screen in every state on one sheet, light beside dark.</summary>
internal static class PicturesProgram
{
    /// <summary>What the README shows: the file's name and the sight.</summary>
    private static readonly Dictionary<string, string> Shown = new()
    {
        ["wizard-documents-decided"] = "wizard-documents.png",
        ["desk"] = "desk.png",
        ["request-log-opened"] = "request-log.png",
    };

    /// <param name="name">One sight alone, for a look at what is being worked on; null for all.</param>
    /// <returns>0, or 2 for a name that no sight has.</returns>
    public static async Task<int> RunAsync(string? name)
    {
        var chosen = Sight.All.Where(sight => name is null || sight.Name == name).ToList();
        if (chosen.Count == 0)
        {
            await Console.Error.WriteLineAsync($"There is no screen «{name}». There are: {string.Join(", ", Sight.All.Select(sight => sight.Name))}.");
            return 2;
        }

        var (docs, folder) = (Path.Combine(Repository.Root, ".docs"), Directory.CreateDirectory(Path.Combine(Repository.Root, "out", "screens")).FullName);
        await using var browser = new BrowserFixture();
        var house = new LookHouse();
        await house.InitializeAsync();
        await using var host = house.Host;
        var sheet = new ContactSheet();
        foreach (var sight in chosen)
        {
            var (light, dark) = await ShootAsync(browser, house, sight);
            sheet.Add(sight.Name, light, dark);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{sight.Name}.png"), light);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{sight.Name}-dark.png"), dark);
            if (Shown.TryGetValue(sight.Name, out var file))
                await File.WriteAllBytesAsync(Path.Combine(docs, file), light);
            Console.WriteLine(sight.Name);
        }

        if (name is null)
            await File.WriteAllBytesAsync(Path.Combine(docs, "screens.jpg"), await sheet.ShootAsync(browser, house.Host.Address));
        return 0;
    }

    private static async Task<(byte[] Light, byte[] Dark)> ShootAsync(BrowserFixture browser, LookHouse house, Sight sight)
    {
        await using var context = await browser.NewContextAsync(house.Host.Address, sight.User);
        var page = await context.NewPageAsync();
        await sight.OpenAsync(house, page);
        var light = await ShootAsync(page);
        await page.DarkenAsync();
        return (light, await ShootAsync(page));
    }

    private static Task<byte[]> ShootAsync(IPage page) => page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
}
