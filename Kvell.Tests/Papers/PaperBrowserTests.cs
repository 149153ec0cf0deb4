using System.Text;
using System.Text.RegularExpressions;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace Kvell.Tests.Papers;

/// <summary>Papers as Chromium prints them: A4, nothing cut off, the full cost in the frame that the law wants.</summary>
public sealed partial class PaperBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    private const double SquareMillimetresOfA4 = 210 * 297;
    private const double PixelsOfAMillimetre = 96 / 25.4;

    [Fact]
    public async Task Every_paper_comes_out_whole_on_A4()
    {
        var (draft, topUp, desk) = await GivenAsync();
        using (desk)
        {
            var page = await NewPageAsync(host.Address, "receiver");
            var today = BranchZone.DayOf(desk.Get<TimeProvider>().GetUtcNow().UtcDateTime, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
            (string Name, string Address, int Most)[] papers =
            [
                ("ticket", $"/pledges/print/{draft}", 2),
                ("questionnaire", $"/pledges/papers/{draft}/questionnaire", 1),
                ("consent", $"/pledges/papers/{draft}/consent", 1),
                ("receipt", $"/pledges/receipts/{draft}", 1),
                ("slip", $"/top-ups/{topUp}/slip", 1),
                ("cash", $"/cash/print/{desk.Actor.BranchId}/{today:yyyy-MM-dd}", 1),
            ];
            foreach (var (name, address, most) in papers)
            {
                await page.OpenAsync(address);
                await page.EmulateMediaAsync(new() { Media = Media.Print });
                await page.SetViewportSizeAsync(794, 1123);
                Assert.True(await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.sheet, .sheet *')].every(e => e.scrollWidth <= e.clientWidth + 1 || getComputedStyle(e).display === 'inline' || e.closest('svg'))"), $"Something of {name} sticks out.");
                Assert.False(await page.Locator(".paper-tools").IsVisibleAsync(), $"A button is printed on {name}.");
                var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
                Keep(name, pdf);
                Assert.InRange(PageObject().Count(Encoding.Latin1.GetString(pdf)), 1, most);
                Assert.DoesNotContain(PayoutDesk.GoodCard, await page.ContentAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_full_cost_stands_in_its_frame_as_the_law_wants_it()
    {
        var (draft, _, desk) = await GivenAsync();
        using (desk)
        {
            var page = await NewPageAsync(host.Address, "receiver");
            await page.OpenAsync($"/pledges/print/{draft}");
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await page.SetViewportSizeAsync(794, 1123);
            var frame = page.GetByRole(AriaRole.Group, new() { Name = "Полная стоимость займа" });
            var box = (await frame.BoundingBoxAsync())!;
            var sheet = (await page.Locator(".sheet").BoundingBoxAsync())!;
            Assert.True(box.Width * box.Height / (PixelsOfAMillimetre * PixelsOfAMillimetre) >= SquareMillimetresOfA4 * 0.05, "Less than a twentieth of the page.");
            Assert.Equal(box.Width, box.Height, 0.5);
            Assert.InRange(box.X + box.Width, sheet.X + (sheet.Width * 0.9), sheet.X + sheet.Width);
            Assert.InRange(box.Y - sheet.Y, 0, sheet.Height * 0.05);
            var text = await frame.InnerTextAsync();
            Assert.Equal(text.ToUpperInvariant(), text);
            Assert.Matches(@"ПОЛНАЯ СТОИМОСТЬ ЗАЙМА\s+\d{2,3},\d{3}\s%\s+ГОДОВЫХ\s+[\d\s]+,\d\d РУБ\.", text);
            var sizes = await page.EvaluateAsync<double[]>(
                """
                () => { const size = e => parseFloat(getComputedStyle(e).fontSize), frame = document.querySelector('.cost-frame');
                        return [size(frame), Math.max(...[...document.querySelectorAll('.sheet *')].filter(e => !frame.contains(e) && e !== frame).map(size))]; }
                """);
            Assert.True(sizes[0] > sizes[1], "Its letters are the page's largest.");
            Assert.Equal(["rgb(0, 0, 0)", "rgb(255, 255, 255)"], await frame.EvaluateAsync<string[]>("e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"));
        }
    }

    [Fact]
    public async Task A_branch_moves_its_ticket_by_millimetres_on_a_printed_blank()
    {
        await using var own = new OwnHost();
        var (draft, _, desk) = await GivenAsync(own.Host);
        using (desk)
        {
            var before = await PlaceAsync();
            await own.ShiftAsync("2,5", "-4");
            var after = await PlaceAsync();
            Assert.Equal((2.5, -4.0), (Math.Round((after.X - before.X) / PixelsOfAMillimetre, 1), Math.Round((after.Y - before.Y) / PixelsOfAMillimetre, 1)));

            async Task<LocatorBoundingBoxResult> PlaceAsync()
            {
                var page = await NewPageAsync(own.Host.Address, "receiver");
                await page.OpenAsync($"/pledges/print/{draft}");
                await page.EmulateMediaAsync(new() { Media = Media.Print });
                var box = (await page.Locator(".sheet").BoundingBoxAsync())!;
                await page.CloseAsync();
                return box;
            }
        }
    }

    /// <summary>A loan that was printed, paid to the card, and has its receipt.</summary>
    private Task<(Guid Draft, Guid TopUp, PayoutDesk Desk)> GivenAsync() => GivenAsync(host);

    private static async Task<(Guid Draft, Guid TopUp, PayoutDesk Desk)> GivenAsync(KvellHost host)
    {
        var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("6500");
        var stop = TestContext.Current.CancellationToken;
        await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, draft, null, stop);
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft)));
        await desk.UntilAsync(draft, topUps => topUps.Count == 1 && topUps[0].State == TopUpState.Completed);
        await desk.Get<PrintReceipts>().ExecuteAsync(desk.Actor, draft, null, stop);
        return (draft, (await desk.TopUpsAsync(draft))[0].Id, desk);
    }

    private static void Keep(string name, byte[] pdf)
    {
        if (Environment.GetEnvironmentVariable("KVELL_SHOTS") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, $"paper-{name}.pdf"), pdf);
    }

    [GeneratedRegex(@"/Type\s*/Page[^s]")]
    private static partial Regex PageObject();
}
