using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Tests.Architecture;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Receipts;

/// <summary>
/// The table of desk.md §5 on a running application: setting at posting × setting afterwards × payment kinds × order of card and receipt × what the
/// bank says × readiness, with the emulator's ledger as witness. In no cell do drawer and card give more than the loan.
/// </summary>
public sealed class ReceiptTableTests(KvellHost host) : IClassFixture<KvellHost>
{
    private const decimal Loan = 1000;

    private static readonly bool[] Both = [true, false];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_cell_gives_more_than_the_loan_and_the_card_is_refused_wherever_cash_was_taken()
    {
        using var ready = await PayoutDesk.OpenAsync(host);
        using var keyless = await PayoutDesk.OpenAsync(host, "receiver2");
        var cells = from isReady in Both
                    from atPosting in Both
                    from afterwards in Both
                    from cash in new[] { 0m, 400m, Loan }
                    from cardFirst in Both
                    from card in new[] { PayoutDesk.GoodCard, "2200000000000079" }
                    select new Cell(isReady, atPosting, afterwards, cash, cardFirst, card);
        var (troubles, count) = (new List<string>(), 0);
        foreach (var cell in cells)
        {
            count++;
            if (await WalkAsync(cell.IsReady ? ready : keyless, cell) is { } trouble)
                troubles.Add($"{cell}: {trouble}");
        }

        Findings.None(troubles);
        Assert.Equal(96, count);
    }

    /// <returns>What is wrong with the cell; null when nothing is.</returns>
    private async Task<string?> WalkAsync(PayoutDesk desk, Cell cell)
    {
        await host.PrintReceiptByButtonAsync(cell.ByButtonAtPosting);
        var draft = await desk.DraftAsync(form => form.Issue.Cash = $"{cell.Cash}", $"{Loan}");
        var posted = await desk.Get<PostPledges>().ExecuteAsync(desk.Actor, draft, null, areKindsChosen: false, Stop);
        if (!cell.IsReady && cell.Cash < Loan)
            return posted is { IsPosted: false, AsksKinds: false, Fields: [{ Sentence: var sentence }] } && sentence.Contains("Безналичные закрыты", StringComparison.Ordinal) ? null : "cashless without keys";
        if (posted.AsksKinds == cell.ByButtonAtPosting)
            return "the kinds were asked for by the wrong setting";

        // What was asked under one setting is answered under the other.
        await host.PrintReceiptByButtonAsync(cell.ByButtonAfterwards);
        if (posted.AsksKinds)
            posted = await desk.Get<PostPledges>().ExecuteAsync(desk.Actor, draft, null, areKindsChosen: true, Stop);
        if (posted.HasPaper != (!cell.ByButtonAtPosting && !cell.ByButtonAfterwards))
            return $"printed with the posting: {posted.HasPaper}";

        foreach (var isCard in cell.CardFirst ? Both : [false, true])
        {
            if (isCard)
                await PressAsync(desk, draft, cell);
            else
                await desk.Get<PrintReceipts>().ExecuteAsync(desk.Actor, draft, null, Stop);
        }

        // Whoever tries for more gets no more.
        await desk.Get<EnterCash>().ExecuteAsync(desk.Actor, draft, Money.FromRubles(Loan), Stop);
        await desk.Get<PrintReceipts>().ExecuteAsync(desk.Actor, draft, null, Stop);
        var (drawer, paid) = (await DrawerAsync(desk, draft), (await desk.OrdersOfAsync(draft)).Count(order => order.Status == "completed") * Loan);
        if (drawer + paid > Loan)
            return $"{drawer} in cash and {paid} to the card";
        return paid > 0 == (cell is { Cash: 0, Card: PayoutDesk.GoodCard }) ? null : $"{paid} to the card";
    }

    private static async Task PressAsync(PayoutDesk desk, Guid draft, Cell cell)
    {
        var offer = await desk.OfferAsync(draft);
        if (cell.IsReady && cell.Cash > 0)
            Assert.Equal(PressRules.CashEntered, offer.Answer);
        if (offer.Answer is not null)
            return;
        Assert.Null(await desk.PayAsync(offer, cell.Card));
        await desk.SettledAsync(draft);
    }

    private static async Task<decimal> DrawerAsync(PayoutDesk desk, Guid draft)
    {
        await using var db = await desk.DatabaseAsync();
        var receipts = await db.Set<Receipt>().Where(receipt => db.Set<PledgeOperation>().Any(operation => operation.DraftId == draft && operation.Id == receipt.OperationId)).ToListAsync(Stop);
        return receipts.Sum(receipt => receipt.Kind == ReceiptKind.Issue ? receipt.Cash.Rubles : -receipt.Cash.Rubles);
    }

    private sealed record Cell(bool IsReady, bool ByButtonAtPosting, bool ByButtonAfterwards, decimal Cash, bool CardFirst, string Card);
}
