using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Emulator;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Settings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Receipts;

/// <summary>«Печать чека» and «Чек возврата» on a running application, with the emulator's ledger as witness.</summary>
public sealed class ReceiptTests(KvellHost host) : IClassFixture<KvellHost>
{
    private const string RefusedCard = "2200000000000079";
    private const string WithTheBank = "2200000000000012";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cash_leaves_the_drawer_with_the_receipt_and_stands_in_the_book()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1000", "2000");
        var before = await DrawerAsync(desk);
        await EnterCashAsync(desk, draft, 1500);
        Assert.Equal(before, await DrawerAsync(desk));

        var printed = await PrintAsync(desk, draft);
        Assert.Equal("Чек пробит: Билет №01, Билет №02.", printed.Sentence);
        Assert.Equal(before - Money.FromRubles(1500), await DrawerAsync(desk));
        Assert.Equal([(1000m, 0m), (500m, 1500m)], (await ReceiptsAsync(desk, draft)).Select(receipt => (receipt.Cash.Rubles, receipt.Cashless.Rubles)));
        Assert.Equal([-1000m, -500m], (await LinesAsync(desk, draft)).Select(line => line.Amount.Rubles));
        Assert.All((await desk.Get<ShowDocuments>().ExecuteAsync(desk.Actor, new LoanScope(draft), Stop)).Tickets, ticket => Assert.True(ticket.IsReceiptPrinted));
        Assert.Equal(PressRules.CashEntered, (await desk.OfferAsync(draft)).Answer);
    }

    [Fact]
    public async Task A_ticket_that_waits_for_the_bank_is_named_and_the_others_are_printed()
    {
        await using var slow = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(slow);
        desk.Get<EmulatorControl>().Speed = 0.001;
        var draft = await desk.PostedAsync("1000", "2000,01");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), "2200000000000095"));
        await desk.UntilAsync(draft, topUps => topUps.Count == 2 && topUps.Any(topUp => topUp.State == TopUpState.Completed) && topUps.Any(topUp => topUp.State == TopUpState.Processing));

        Assert.Equal("Чек пробит: Билет №01. Билет №02: Дождитесь ответа банка.", (await PrintAsync(desk, draft)).Sentence);
        Assert.Equal("Билет №01: Чек уже пробит. Билет №02: Дождитесь ответа банка.", (await PrintAsync(desk, draft)).Sentence);
        Assert.Single(await ReceiptsAsync(desk, draft));
    }

    [Fact]
    public async Task Before_the_payout_a_cashless_receipt_warns_and_the_payout_goes_on()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        Assert.Contains("Деньги ещё не на карте", (await PrintAsync(desk, draft)).Sentence, StringComparison.Ordinal);
        Assert.Equal(EnterCash.ReceiptStands, (await desk.Get<EnterCash>().ExecuteAsync(desk.Actor, draft, Money.FromRubles(1), Stop))!.Sentence);

        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft)));
        await desk.SettledAsync(draft);
        Assert.Equal("Займ выплачен на карту: чек возврата не печатается", (await ReturnAsync(desk, draft))!.Sentence);
        Assert.Single(await desk.OrdersOfAsync(draft));
    }

    [Fact]
    public async Task After_a_refusal_the_receipt_is_returned_and_the_loan_given_in_cash_or_by_another_card()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        await PrintAsync(desk, draft);
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), RefusedCard));
        await desk.SettledAsync(draft);
        Assert.Null(await ReturnAsync(desk, draft));

        await EnterCashAsync(desk, draft, 1500);
        var (before, checks) = (await DrawerAsync(desk), await ChecksAsync(desk, draft));
        await PrintAsync(desk, draft);
        Assert.Equal(checks + 1, await ChecksAsync(desk, draft));
        Assert.Equal(before - Money.FromRubles(1500), await DrawerAsync(desk));

        // Back into the drawer, and then the card may have it after all.
        Assert.Null(await ReturnAsync(desk, draft));
        Assert.Equal(before, await DrawerAsync(desk));
        await EnterCashAsync(desk, draft, 0);
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft)));
        await desk.UntilAsync(draft, topUps => topUps is [{ State: TopUpState.Completed }]);
        Assert.Single(await desk.OrdersOfAsync(draft), order => order.Status == "completed");
        Assert.Equal([ReceiptKind.Issue, ReceiptKind.Return, ReceiptKind.Issue, ReceiptKind.Return], (await ReceiptsAsync(desk, draft)).Select(receipt => receipt.Kind));
        Assert.Equal([-1500m, 1500m], (await LinesAsync(desk, draft)).Select(line => line.Amount.Rubles));
    }

    [Fact]
    public async Task Without_an_answer_about_the_refused_number_no_cash_leaves_the_drawer()
    {
        await using var own = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(own);
        var draft = await desk.PostedAsync("1500");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), RefusedCard));
        await desk.SettledAsync(draft);
        await EnterCashAsync(desk, draft, 1500);
        var before = await DrawerAsync(desk);
        await desk.Get<EmulatorControl>().SetOfflineAsync(true, Stop);
        Assert.Contains("Билет №01: KVELL не подтвердил", (await PrintAsync(desk, draft)).Sentence, StringComparison.Ordinal);
        Assert.Equal(before, await DrawerAsync(desk));
        Assert.Empty(await ReceiptsAsync(desk, draft));
    }

    [Fact]
    public async Task A_payout_that_is_with_the_bank_lets_no_receipt_be_returned()
    {
        await using var slow = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(slow);
        desk.Get<EmulatorControl>().Speed = 0.001;
        var draft = await desk.PostedAsync("1500");
        await PrintAsync(desk, draft);
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), WithTheBank));
        await desk.UntilAsync(draft, topUps => topUps is [{ State: TopUpState.Processing }]);
        Assert.Equal(ReceiptRules.Wait, (await ReturnAsync(desk, draft))!.Sentence);
    }

    [Fact]
    public async Task However_often_it_is_pressed_at_once_one_receipt_is_printed_and_the_cash_leaves_once()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("700");
        await EnterCashAsync(desk, draft, 700);
        var before = await DrawerAsync(desk);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PrintAsync(desk, draft), Stop)));
        Assert.Single(await ReceiptsAsync(desk, draft));
        Assert.Equal(before - Money.FromRubles(700), await DrawerAsync(desk));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ReturnAsync(desk, draft), Stop)));
        Assert.Equal(before, await DrawerAsync(desk));
        Assert.Equal(2, (await LinesAsync(desk, draft)).Count);
    }

    [Fact]
    public async Task Without_a_terminal_a_cashless_receipt_is_refused()
    {
        await using var own = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(own);
        var draft = await desk.PostedAsync("700");
        var settings = await SettingsDesk.OpenAsync(own);
        await settings.SignByAsync(Kvell.Domain.Settings.SigningKind.OpenSsl, "/nowhere/openssl");
        Assert.Contains("Безналичные закрыты", (await PrintAsync(desk, draft)).Sentence, StringComparison.Ordinal);
        Assert.Empty(await ReceiptsAsync(desk, draft));
    }

    [Fact]
    public async Task Nothing_is_printed_before_posting_and_nothing_of_another_branch()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        Assert.StartsWith("Нет проведённой операции", (await PrintAsync(desk, await desk.DraftAsync(null, "100"))).Sentence, StringComparison.Ordinal);
        var draft = await desk.PostedAsync("100");
        using var stranger = await PayoutDesk.OpenAsync(host, "receiver2");
        await Assert.ThrowsAsync<AccessDeniedException>(() => PrintAsync(stranger, draft));
        await Assert.ThrowsAsync<AccessDeniedException>(() => ReturnAsync(stranger, draft));
        await Assert.ThrowsAsync<AccessDeniedException>(() => stranger.Get<ShowReceipts>().ExecuteAsync(stranger.Actor, draft, null, Stop));
    }

    private static Task<PrintedReceipts> PrintAsync(PayoutDesk desk, Guid draft) => desk.Get<PrintReceipts>().ExecuteAsync(desk.Actor, draft, null, Stop);

    private static async Task<Refusal?> ReturnAsync(PayoutDesk desk, Guid draft) =>
        await desk.Get<ReturnReceipt>().ExecuteAsync(desk.Actor, (await OperationsAsync(desk, draft))[0], Stop);

    private static async Task EnterCashAsync(PayoutDesk desk, Guid draft, decimal rubles) =>
        Assert.Null(await desk.Get<EnterCash>().ExecuteAsync(desk.Actor, draft, Money.FromRubles(rubles), Stop));

    private static async Task<Money> DrawerAsync(PayoutDesk desk)
    {
        await using var db = await desk.DatabaseAsync();
        return await db.Set<Branch>().Where(branch => branch.Id == desk.Actor.BranchId).Select(branch => branch.CashBalance).SingleAsync(Stop);
    }

    private static async Task<List<Guid>> OperationsAsync(PayoutDesk desk, Guid draft)
    {
        await using var db = await desk.DatabaseAsync();
        return await db.Set<PledgeOperation>().Where(operation => operation.DraftId == draft).OrderBy(operation => operation.Number).Select(operation => operation.Id).ToListAsync(Stop);
    }

    private static async Task<IReadOnlyList<Receipt>> ReceiptsAsync(PayoutDesk desk, Guid draft)
    {
        var operations = await OperationsAsync(desk, draft);
        await using var db = await desk.DatabaseAsync();
        var receipts = await db.Set<Receipt>().Where(receipt => operations.Contains(receipt.OperationId)).ToListAsync(Stop);
        return [.. receipts.OrderBy(receipt => receipt.PrintedAt).ThenBy(receipt => operations.IndexOf(receipt.OperationId))];
    }

    private static async Task<IReadOnlyList<CashEntry>> LinesAsync(PayoutDesk desk, Guid draft)
    {
        var receipts = (await ReceiptsAsync(desk, draft)).Select(receipt => (Guid?)receipt.Id).ToList();
        await using var db = await desk.DatabaseAsync();
        return await db.Set<CashEntry>().Where(entry => receipts.Contains(entry.ReceiptId)).OrderBy(entry => entry.Ordinal).ToListAsync(Stop);
    }

    private static async Task<int> ChecksAsync(PayoutDesk desk, Guid draft)
    {
        var number = Assert.Single(Assert.Single(await desk.TopUpsAsync(draft)).Attempts).Transaction;
        return (await desk.Emulator.CallsAsync()).Count(call => call.Method == "GET" && call.Transaction == number);
    }
}
