using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Emulator;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>«Переоформить сегодняшней датой» on a running application: what it changes, and what refuses it.</summary>
public sealed class RedateTests(KvellHost host) : IClassFixture<KvellHost>
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_loan_of_yesterday_gets_todays_date_in_place_and_is_paid_once()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await MisdatedAsync(desk, "1500", "700");
        var before = await OperationsAsync(desk, draft);
        var printed = (await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, draft, null, Stop)).Tickets;
        var offer = await desk.OfferAsync(draft);
        Assert.Equal(before.Select(row => (row.Id, Yesterday(desk))), offer.Misdated.Select(loan => (loan.OperationId, loan.LoanDate)));
        Assert.Null(await RedateAsync(desk, draft, before));

        var after = await OperationsAsync(desk, draft);
        Assert.Equal(before.Select(row => (row.Id, row.Number, row.TicketId)), after.Select(row => (row.Id, row.Number, row.TicketId)));
        Assert.All(after, operation => Assert.Equal((Today(desk), 1), (operation.LoanDate, operation.RevisionCount)));
        await using var db = await desk.DatabaseAsync();
        var revisions = await db.Set<LoanRevision>().Where(row => row.OperationId == before[0].Id).ToListAsync(Stop);
        var revision = Assert.Single(revisions);
        Assert.Equal((1, Yesterday(desk), Today(desk), printed[0].BlankNumber, desk.Actor.Name), (revision.Number, revision.FromDate, revision.ToDate, revision.SpoiltBlank, revision.MadeByName));

        var history = (await desk.Get<ShowPledge>().ExecuteAsync(desk.Actor, before[0].Id, Stop))!.History;
        Assert.Equal(desk.Actor.Name, Assert.Single(history, row => row.What == revision.Reason).Who);

        // The old paper is spoiled and says why; the new one takes a blank of its own.
        var old = await db.Set<TicketBlank>().Where(blank => blank.DraftId == draft).ToListAsync(Stop);
        Assert.All(old, blank => Assert.Equal((BlankState.Spoiled, revision.Reason), (blank.State, blank.SpoiltReason)));
        var anew = (await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, draft, null, Stop)).Tickets;
        Assert.Empty(anew.Select(ticket => ticket.BlankNumber).Intersect(printed.Select(ticket => ticket.BlankNumber)));

        var paper = (await desk.Get<ShowTickets>().ExecuteAsync(desk.Actor, draft, null, Stop))!;
        Assert.All(paper.Tickets, ticket => Assert.Equal((Today(desk), Today(desk), desk.Actor.Name), (ticket.LoanDate, ticket.Terms!.Date, ticket.Receiver)));

        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft)));
        await desk.SettledAsync(draft);
        Assert.Equal([70_000, 150_000], (await desk.OrdersOfAsync(draft)).Select(order => order.Amount).Order());
        Assert.All(await desk.TopUpsAsync(draft), topUp => Assert.Equal((TopUpState.Completed, Attention.None), (topUp.State, topUp.Attention)));
    }

    [Fact]
    public async Task A_refused_payout_keeps_its_document_and_its_next_number_goes_out_on_the_new_date()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await PaidAsync(desk, "2200000000000079", TopUpState.Declined);
        await AgeAsync(desk, draft);
        Assert.Single((await desk.OfferAsync(draft)).Misdated);
        Assert.Null(await RedateAsync(desk, draft, await OperationsAsync(desk, draft)));
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft)));
        await desk.UntilAsync(draft, topUps => topUps[0].State == TopUpState.Completed);
        Assert.Equal(2, Assert.Single(await desk.TopUpsAsync(draft)).Attempts.Count);
        Assert.Single(await desk.OrdersOfAsync(draft));
    }

    [Fact]
    public async Task What_went_to_the_card_or_may_have_keeps_its_date()
    {
        await using var slow = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(slow);
        desk.Get<EmulatorControl>().Speed = 0.001;
        var paid = await PaidAsync(desk, PayoutDesk.GoodCard, TopUpState.Completed);
        var working = await PaidAsync(desk, "2200000000000012", TopUpState.Processing);
        await desk.Get<EmulatorControl>().SetOfflineAsync(true, Stop);
        var postponed = await PaidAsync(desk, PayoutDesk.GoodCard, TopUpState.Postponed);
        foreach (var (draft, why) in new[] { (paid, "займ выплачен на карту, его дата не меняется"), (working, "дождитесь ответа банка"), (postponed, "выплата отложена, сначала «Прекратить попытки»") })
        {
            await AgeAsync(desk, draft);
            var operations = await OperationsAsync(desk, draft);
            Assert.Equal($"Займ не переоформлен. Билет №01: {why}.", (await RedateAsync(desk, draft, operations))!.Sentence);
            Assert.Equal(Yesterday(desk), (await OperationsAsync(desk, draft))[0].LoanDate);
        }
    }

    [Fact]
    public async Task A_refused_number_is_asked_about_and_without_an_answer_nothing_is_redated()
    {
        await using var own = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(own);
        var draft = await PaidAsync(desk, "2200000000000079", TopUpState.Declined);
        await AgeAsync(desk, draft);
        var operations = await OperationsAsync(desk, draft);
        await desk.Get<EmulatorControl>().SetOfflineAsync(true, Stop);
        Assert.Contains("KVELL не подтвердил", (await RedateAsync(desk, draft, operations))!.Sentence, StringComparison.Ordinal);
        await desk.Get<EmulatorControl>().SetOfflineAsync(false, Stop);
        var before = (await desk.Emulator.CallsAsync()).Count;
        Assert.Null(await RedateAsync(desk, draft, operations));
        Assert.Equal(before + 1, (await desk.Emulator.CallsAsync()).Count);
    }

    [Fact]
    public async Task One_that_may_not_keeps_them_all_as_they_were()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await MisdatedAsync(desk, "1500", "700");
        var operations = await OperationsAsync(desk, draft);
        await desk.Get<PrintReceipts>().ExecuteAsync(desk.Actor, draft, operations[1].Id, Stop);
        Assert.Equal("Займ не переоформлен. Билет №02: чек пробит, сначала «Чек возврата».", (await RedateAsync(desk, draft, operations))!.Sentence);
        Assert.All(await OperationsAsync(desk, draft), operation => Assert.Equal(Yesterday(desk), operation.LoanDate));
        Assert.Null(await RedateAsync(desk, draft, [operations[0]]));
        Assert.Equal("Займ не переоформлен. Билет №01: займ уже датирован сегодняшним днём.", (await RedateAsync(desk, draft, [operations[0]]))!.Sentence);
        Assert.Null(await desk.Get<ZeroOperation>().ExecuteAsync(desk.Actor, operations[0].Id, "клиент передумал", Stop));
        Assert.Equal("Займ не переоформлен. Билет №01: операция обнулена.", (await RedateAsync(desk, draft, [operations[0]]))!.Sentence);
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
        Redate(seen, desk);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Stop));
    }

    [Fact]
    public async Task A_top_up_made_at_that_moment_meets_the_redating_and_takes_no_old_date()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await MisdatedAsync(desk, "1500");
        await using var db = await desk.DatabaseAsync();
        var seen = await db.Set<PledgeOperation>().SingleAsync(operation => operation.DraftId == draft, Stop);
        var branch = await db.Set<Branch>().SingleAsync(row => row.Id == seen.BranchId, Stop);
        await desk.Get<TopUpDocuments>().FindOrMakeAsync([seen.Id], branch, desk.Actor, Stop);
        Redate(seen, desk);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Stop));
        Assert.Null(await RedateAsync(desk, draft, [seen]));
        Assert.Equal(Today(desk), Assert.Single(await desk.TopUpsAsync(draft)).LoanDay.Date);
    }

    [Fact]
    public async Task A_ticket_printed_at_that_moment_meets_the_redating()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await MisdatedAsync(desk, "1500");
        await using var db = await desk.DatabaseAsync();
        var seen = await db.Set<GroupDraft>().SingleAsync(row => row.Id == draft, Stop);
        Assert.Null(await RedateAsync(desk, draft, await OperationsAsync(desk, draft)));
        seen.NoteBlanks();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Stop));
    }

    [Fact]
    public async Task Its_ticket_is_printed_though_the_group_is_closed()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await MisdatedAsync(desk, "1500");
        Assert.Null(await desk.Get<CloseDraft>().ExecuteAsync(desk.Actor, draft, Stop));
        Assert.Null(await RedateAsync(desk, draft, await OperationsAsync(desk, draft)));
        Assert.Single((await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, draft, null, Stop)).Tickets);
    }

    [Fact]
    public async Task Another_branchs_loans_and_another_groups_are_left_alone()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await MisdatedAsync(desk, "100");
        var operations = await OperationsAsync(desk, draft);
        using var stranger = await PayoutDesk.OpenAsync(host, "receiver2");
        await Assert.ThrowsAsync<AccessDeniedException>(() => RedateAsync(stranger, draft, operations));
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.Get<RedateLoans>().ExecuteAsync(desk.Actor, draft, [operations[0].Id, Guid.NewGuid()], Stop));
    }

    [Fact]
    public async Task It_takes_the_version_of_its_tariff_that_is_valid_on_the_new_date()
    {
        await using var own = new KvellHost();
        using var desk = await PayoutDesk.OpenAsync(own);
        var draft = await MisdatedAsync(desk, "1500");
        var before = Assert.Single(await OperationsAsync(desk, draft)).TariffId;
        await using var db = await desk.DatabaseAsync();
        var tariff = await db.Set<Tariff>().SingleAsync(version => version.Id == before, Stop);
        var next = tariff.Next(tariff.Name, Today(desk), [new TariffPeriod(30, 0.25m, 0, 0)], DateTime.UnixEpoch);
        db.Add(next);
        await db.SaveChangesAsync(Stop);
        Assert.Null(await RedateAsync(desk, draft, await OperationsAsync(desk, draft)));
        Assert.Equal(next.Id, Assert.Single(await OperationsAsync(desk, draft)).TariffId);
        var revision = await db.Set<LoanRevision>().SingleAsync(Stop);
        Assert.Equal((before, next.Id), (revision.FromTariffId, revision.ToTariffId));
    }

    private static void Redate(PledgeOperation seen, PayoutDesk desk) =>
        seen.Redate(Today(desk).AddDays(1), new LoanTariff(seen.TariffId, IssueDayBearsInterest: false), null, topUp: null, isUnanswered: false, desk.Actor, DateTime.UnixEpoch);

    private static async Task<Guid> MisdatedAsync(PayoutDesk desk, params string[] loans)
    {
        var draft = await desk.DraftAsync(form => form.Issue.Date = Russian.Date(Yesterday(desk)), loans);
        await desk.PostAsync(draft);
        return draft;
    }

    private static async Task<Guid> PaidAsync(PayoutDesk desk, string card, TopUpState until)
    {
        var draft = await desk.PostedAsync("1500");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), card));
        await desk.UntilAsync(draft, topUps => topUps.Count == 1 && topUps[0].State == until);
        return draft;
    }

    /// <summary>As if the night had passed since.</summary>
    private static async Task AgeAsync(PayoutDesk desk, Guid draft)
    {
        await using var db = await desk.DatabaseAsync();
        var operations = db.Set<PledgeOperation>().Where(operation => operation.DraftId == draft);
        var day = LoanDay.Of(Yesterday(desk), Moscow);
        var ids = await operations.Select(operation => operation.Id).ToListAsync(Stop);
        await operations.ExecuteUpdateAsync(set => set.SetProperty(operation => operation.LoanDate, day.Date), Stop);
        await db.Set<CardTopUp>().Where(topUp => ids.Contains(topUp.OperationId)).ExecuteUpdateAsync(
            set => set
                .SetProperty(topUp => topUp.LoanDay.Date, day.Date)
                .SetProperty(topUp => topUp.LoanDay.StartsAt, day.StartsAt)
                .SetProperty(topUp => topUp.LoanDay.EndsAt, day.EndsAt), Stop);
    }

    private static async Task<List<PledgeOperation>> OperationsAsync(PayoutDesk desk, Guid draft)
    {
        await using var db = await desk.DatabaseAsync();
        return await db.Set<PledgeOperation>().Where(operation => operation.DraftId == draft).OrderBy(operation => operation.Number).ToListAsync(Stop);
    }

    private static Task<Refusal?> RedateAsync(PayoutDesk desk, Guid draft, IReadOnlyList<PledgeOperation> operations) =>
        desk.Get<RedateLoans>().ExecuteAsync(desk.Actor, draft, [.. operations.Select(operation => operation.Id)], Stop);

    private static DateOnly Today(PayoutDesk desk) => BranchZone.DayOf(desk.Get<TimeProvider>().GetUtcNow().UtcDateTime, Moscow);

    private static DateOnly Yesterday(PayoutDesk desk) => Today(desk).AddDays(-1);
}
