using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Pledges;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Settings;

/// <summary>KVELL switched off after payouts were tried: no trace of those from which no money went, all of the others.</summary>
public sealed class FlagOffBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    [Fact]
    public async Task What_was_refused_or_never_sent_leaves_no_trace_and_what_was_paid_or_is_undecided_stays()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var settings = await SettingsDesk.OpenAsync(host);
        await settings.ChangePolicyAsync(form => form.UseKvell = true);
        var (refused, paid, waiting, unsent) = (
            await PayAsync(desk, "2200000000000079", TopUpState.Declined),
            await PayAsync(desk, PayoutDesk.GoodCard, TopUpState.Completed),
            await PayAsync(desk, "2200000000000038", TopUpState.AwaitingCode),
            await desk.PostedAsync("1500"));
        await MakeDocumentAsync(desk, unsent);
        await settings.ChangePolicyAsync(form => form.UseKvell = false);
        var page = await NewPageAsync(host.Address, "receiver");
        foreach (var draft in new[] { refused, unsent })
        {
            foreach (var address in new[] { await OperationOfAsync(desk, draft), $"/pledges/group/{draft}" })
            {
                await OpenAsync(page, address);
                await Expect(page.Ticket(1)).ToContainTextAsync(" проведена.");
                await Expect(page.Locator("main .st:visible")).ToHaveCountAsync(0);
                foreach (var trace in new[] { "Эквайринг", "KVELL", "Пополнение карты", "Отклонено", "Новый" })
                    await Expect(page.Locator("main").GetByText(trace)).ToHaveCountAsync(0);
            }
        }

        await page.ShootAsync("flag-off");
        foreach (var (draft, word) in new[] { (paid, "Выполнено"), (waiting, "Ожидает код") })
        {
            await OpenAsync(page, await OperationOfAsync(desk, draft));
            await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Эквайринг" })).ToBeVisibleAsync();
            await Expect(page.Ticket(1)).ToContainTextAsync(word);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Пополнение карты клиента" })).ToBeVisibleAsync();
            await OpenAsync(page, $"/pledges/group/{draft}");
            await Expect(page.Ticket(1)).ToContainTextAsync(word);
        }

        await settings.ChangePolicyAsync(form => form.UseKvell = true);
        await OpenAsync(page, await OperationOfAsync(desk, refused));
        await Expect(page.Ticket(1)).ToContainTextAsync("Отклонено");
    }

    private static async Task OpenAsync(IPage page, string address)
    {
        await page.OpenAsync(address);
        if (address.Contains("group", StringComparison.Ordinal))
            await page.OpenTabAsync("Оформление документов");
        await Expect(page.Ticket(1)).ToBeVisibleAsync();
    }

    private static async Task<Guid> PayAsync(PayoutDesk desk, string card, TopUpState state)
    {
        var draft = await desk.PostedAsync("1500");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), card));
        await desk.UntilAsync(draft, topUps => topUps.Count > 0 && topUps.All(topUp => topUp.State == state));
        return draft;
    }

    /// <summary>As a shutdown leaves it: made, nothing sent.</summary>
    private static async Task MakeDocumentAsync(PayoutDesk desk, Guid draft)
    {
        await using var db = await desk.DatabaseAsync();
        var loan = Assert.Single(await GroupLoan.LoadAsync(db, new LoanScope(draft), TestContext.Current.CancellationToken));
        var branch = await db.Set<Domain.Branches.Branch>().SingleAsync(row => row.Id == loan.Operation.BranchId, TestContext.Current.CancellationToken);
        await desk.Get<TopUpDocuments>().FindOrMakeAsync([loan.Operation.Id], branch, desk.Actor, TestContext.Current.CancellationToken);
    }

    private static async Task<string> OperationOfAsync(PayoutDesk desk, Guid draft)
    {
        await using var db = await desk.DatabaseAsync();
        return $"/pledges/{Assert.Single(await GroupLoan.LoadAsync(db, new LoanScope(draft), TestContext.Current.CancellationToken)).Operation.Id}";
    }
}
