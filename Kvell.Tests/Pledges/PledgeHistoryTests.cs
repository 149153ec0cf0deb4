using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>«История операции»: who did what with a loan, and when, from its paper to its end.</summary>
public sealed class PledgeHistoryTests(KvellHost host) : IClassFixture<KvellHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_loan_that_was_given_taken_back_and_zeroed_tells_it_all()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        using var chief = await PayoutDesk.OpenAsync(host, "fullrights");
        var draft = await desk.PostedAsync("1500", "700");
        Assert.Null(await desk.Get<EnterCash>().ExecuteAsync(desk.Actor, draft, Money.FromRubles(1500), Stop));
        var blank = (await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, draft, 1, Stop)).Tickets[0].BlankNumber;
        var operation = (await desk.Get<ShowDocuments>().ExecuteAsync(desk.Actor, new LoanScope(draft), Stop)).Tickets[0].OperationId!.Value;
        await desk.Get<PrintReceipts>().ExecuteAsync(desk.Actor, draft, operation, Stop);
        Assert.Null(await chief.Get<ReturnReceipt>().ExecuteAsync(chief.Actor, operation, Stop));
        Assert.Null(await chief.Get<ZeroOperation>().ExecuteAsync(chief.Actor, operation, "клиент передумал", Stop));
        var (receiver, other) = (desk.Actor.Name, chief.Actor.Name);
        Assert.Equal(
            [
                ("Проведена", receiver),
                ($"Билет напечатан на бланке {blank}", receiver),
                ("Чек пробит: наличные 1\u00A0500,00\u00A0₽", receiver),
                ("Чек возвращён: наличные 1\u00A0500,00\u00A0₽", other),
                ($"Бланк {blank} аннулирован: клиент передумал", other),
                ("Обнулена: клиент передумал", other),
            ],
            await HistoryAsync(desk, operation));
    }

    [Fact]
    public async Task A_payout_tells_its_attempts_and_who_made_them()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        foreach (var (card, outcome) in new[] { ("2200000000000079", TopUpState.Declined), (PayoutDesk.GoodCard, TopUpState.Completed) })
        {
            Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), card));
            await desk.UntilAsync(draft, topUps => topUps is [{ State: var state }] && state == outcome);
        }

        var operation = (await desk.Get<ShowDocuments>().ExecuteAsync(desk.Actor, new LoanScope(draft), Stop)).Tickets[0].OperationId!.Value;
        Assert.Equal(
            [
                ("Проведена", desk.Actor.Name),
                ("Выплата на карту 220000******0079, попытка 1", desk.Actor.Name),
                ("Попытка 1: деньги не ушли", null),
                ("Выплата на карту 220000******0004, попытка 2", desk.Actor.Name),
                ("Деньги на карте клиента", null),
            ],
            await HistoryAsync(desk, operation));
    }

    private static async Task<IEnumerable<(string, string?)>> HistoryAsync(PayoutDesk desk, Guid operation) =>
        (await desk.Get<ShowPledge>().ExecuteAsync(desk.Actor, operation, Stop))!.History.Select(row => (row.What, row.Who));
}
