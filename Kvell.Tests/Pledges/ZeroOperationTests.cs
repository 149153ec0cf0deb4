using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Desk;
using Kvell.Infrastructure.Emulator;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>«Обнулить операцию» on a running application: what refuses it, and what is left of the loan.</summary>
public sealed class ZeroOperationTests(KvellHost host) : IClassFixture<KvellHost>
{
    private const string Reason = "клиент передумал";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_zeroed_loan_is_nothing_to_pay_to_print_or_to_give()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, draft, null, Stop);
        Assert.Null(await ZeroAsync(desk, draft));

        var operation = await OperationAsync(desk, draft);
        Assert.Equal((Money.Zero, Money.FromRubles(1500), Reason, desk.Actor.Name), (operation.LoanAmount, operation.ZeroedAmount, operation.ZeroedReason, operation.ZeroedByName));
        Assert.Equal("Операции обнулены: выплачивать нечего", (await desk.OfferAsync(draft)).Answer);
        Assert.Equal("Билет №01: Операция обнулена.", (await desk.Get<PrintReceipts>().ExecuteAsync(desk.Actor, draft, null, Stop)).Sentence);
        Assert.Equal("Операция обнулена: билет больше не печатается.", (await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, draft, null, Stop)).Refusal!.Sentence);
        Assert.NotNull(await desk.Get<EnterCash>().ExecuteAsync(desk.Actor, draft, Money.FromRubles(1), Stop));
        Assert.Equal("Операция уже обнулена.", (await ZeroAsync(desk, draft))!.Sentence);
        Assert.Throws<IllegalTransitionException>(operation.NotePayoutAttempt);
    }

    [Fact]
    public async Task Its_blank_is_annulled_and_kept_with_the_reason()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500", "700");
        var printed = await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, draft, null, Stop);
        Assert.Null(await ZeroAsync(desk, draft));
        await using var db = await desk.DatabaseAsync();
        var blanks = await db.Set<TicketBlank>().Where(blank => blank.DraftId == draft).OrderBy(blank => blank.TicketOrdinal).ToListAsync(Stop);
        Assert.Equal([BlankState.Annulled, BlankState.Printed], blanks.Select(blank => blank.State));
        Assert.Equal(printed.Tickets.Select(ticket => ticket.BlankNumber), blanks.Select(blank => blank.Number));
        Assert.Contains(Reason, blanks[0].SpoiltReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_went_to_the_card_or_may_have_is_never_zeroed()
    {
        await using var slow = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(slow);
        desk.Get<EmulatorControl>().Speed = 0.001;
        var paid = await PaidAsync(desk, PayoutDesk.GoodCard, TopUpState.Completed);
        var working = await PaidAsync(desk, "2200000000000012", TopUpState.Processing);
        await desk.Get<EmulatorControl>().SetOfflineAsync(true, Stop);
        var postponed = await PaidAsync(desk, PayoutDesk.GoodCard, TopUpState.Postponed);
        foreach (var draft in new[] { paid, working, postponed })
        {
            Assert.Equal("Обнуление операции, которая прошла по эквайрингу, заблокировано.", (await ZeroAsync(desk, draft))!.Sentence);
            Assert.False((await OperationAsync(desk, draft)).IsZeroed);
        }
    }

    [Fact]
    public async Task A_receipt_is_returned_first()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        await desk.Get<PrintReceipts>().ExecuteAsync(desk.Actor, draft, null, Stop);
        Assert.Equal("Чек пробит: сначала «Чек возврата».", (await ZeroAsync(desk, draft))!.Sentence);
        Assert.Null(await desk.Get<ReturnReceipt>().ExecuteAsync(desk.Actor, (await OperationAsync(desk, draft)).Id, Stop));
        Assert.Null(await ZeroAsync(desk, draft));
    }

    [Fact]
    public async Task A_refused_number_is_asked_about_and_without_an_answer_nothing_is_zeroed()
    {
        await using var own = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(own);
        var draft = await PaidAsync(desk, "2200000000000079", TopUpState.Declined);
        await desk.Get<EmulatorControl>().SetOfflineAsync(true, Stop);
        Assert.StartsWith("KVELL не подтвердил", (await ZeroAsync(desk, draft))!.Sentence, StringComparison.Ordinal);
        await desk.Get<EmulatorControl>().SetOfflineAsync(false, Stop);
        var before = (await desk.Emulator.CallsAsync()).Count;
        Assert.Null(await ZeroAsync(desk, draft));
        Assert.Equal(before + 1, (await desk.Emulator.CallsAsync()).Count);
        Assert.DoesNotContain(await desk.Get<ListAttention>().ExecuteAsync(desk.Actor, Stop), row => row.DraftId == draft);
    }

    [Fact]
    public async Task An_attempt_that_starts_between_the_look_and_the_commit_wins()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        await using var db = await desk.DatabaseAsync();
        var seen = await db.Set<PledgeOperation>().SingleAsync(operation => operation.DraftId == draft, Stop);
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft)));
        await desk.SettledAsync(draft);
        seen.Zero(Reason, topUp: null, isUnanswered: false, desk.Actor, DateTime.UnixEpoch);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Stop));
    }

    [Fact]
    public async Task A_ticket_printed_at_that_moment_meets_the_zeroing()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        await using var db = await desk.DatabaseAsync();
        var seen = await db.Set<GroupDraft>().SingleAsync(row => row.Id == draft, Stop);
        Assert.Null(await ZeroAsync(desk, draft));
        seen.NoteBlanks();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("вернул на карту 2200 0000 0000 0004")]
    public async Task Without_a_reason_nothing_is_zeroed(string reason)
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("100");
        var refusal = await desk.Get<ZeroOperation>().ExecuteAsync(desk.Actor, (await OperationAsync(desk, draft)).Id, reason, Stop);
        Assert.Equal(ZeroOperation.ReasonField, refusal!.Field);
        using var stranger = await PayoutDesk.OpenAsync(host, "receiver2");
        await Assert.ThrowsAsync<AccessDeniedException>(() => ZeroAsync(stranger, draft));
    }

    private static async Task<Guid> PaidAsync(PayoutDesk desk, string card, TopUpState until)
    {
        var draft = await desk.PostedAsync("1500");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), card));
        await desk.UntilAsync(draft, topUps => topUps.Count == 1 && topUps[0].State == until);
        return draft;
    }

    private static async Task<Refusal?> ZeroAsync(PayoutDesk desk, Guid draft) =>
        await desk.Get<ZeroOperation>().ExecuteAsync(desk.Actor, (await OperationAsync(desk, draft)).Id, Reason, Stop);

    /// <summary>The draft's first.</summary>
    private static async Task<PledgeOperation> OperationAsync(PayoutDesk desk, Guid draft)
    {
        await using var db = await desk.DatabaseAsync();
        return await db.Set<PledgeOperation>().Where(operation => operation.DraftId == draft).OrderBy(operation => operation.Number).FirstAsync(Stop);
    }
}
