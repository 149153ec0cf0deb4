using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.RequestLog;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Desk;

public sealed class JournalTests : IAsyncLifetime
{
    private readonly Rooms _rooms = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _rooms.InitializeAsync();

    public ValueTask DisposeAsync() => _rooms.DisposeAsync();

    [Fact]
    public async Task Journals_show_a_receiver_the_own_branch_only()
    {
        await _rooms.TopUpAsync(TopUpState.Completed);
        await _rooms.TopUpAsync(_rooms.Stranger, TopUpState.Completed);

        Assert.Equal("Ломбард №1", Assert.Single((await TopUpsAsync(_rooms.Receiver)).Rows).BranchName);
        Assert.Equal("Ломбард №2", Assert.Single((await TopUpsAsync(_rooms.Stranger)).Rows).BranchName);
        Assert.Equal(2, (await TopUpsAsync(_rooms.Administrator)).Rows.Count);
        Assert.Equal("Ломбард №1", Assert.Single((await PledgesAsync(_rooms.Receiver)).Rows).BranchName);
        Assert.Equal(2, (await PledgesAsync(_rooms.FullRights)).Rows.Count);
    }

    [Fact]
    public async Task Totals_are_of_the_whole_filter_and_of_the_branches_one_sees()
    {
        for (var i = 0; i < 60; i++)
            await _rooms.TopUpAsync(i % 3 == 0 ? TopUpState.Declined : TopUpState.Completed);
        await _rooms.TopUpAsync(_rooms.Stranger, TopUpState.Completed);
        await using var db = _rooms.Open();
        var own = await db.Set<CardTopUp>().Where(topUp => topUp.BranchId == _rooms.First).ToListAsync(Stop);
        var paid = own.Where(topUp => topUp.State == TopUpState.Completed).ToList();

        var totals = await _rooms.Get<SumTopUps>().ExecuteAsync(_rooms.Receiver, new TopUpFilter(), Stop);
        Assert.Equal((60, own.Sum(topUp => topUp.Amount.Kopecks), 40, paid.Sum(topUp => topUp.Amount.Kopecks), false), (totals.Count, totals.Sum.Kopecks, totals.PaidCount, totals.PaidSum.Kopecks, totals.IsCut));
        Assert.Equal(paid.Sum(topUp => topUp.Commission?.Kopecks ?? 0), totals.Commission.Kopecks);
        Assert.Equal(totals.Commission, Money.Sum(totals.Days.Select(day => day.Commission)));
        Assert.Equal(61, (await _rooms.Get<SumTopUps>().ExecuteAsync(_rooms.FullRights, new TopUpFilter(), Stop)).Count);
        Assert.Equal(20, (await _rooms.Get<SumTopUps>().ExecuteAsync(_rooms.Receiver, new TopUpFilter { State = TopUpState.Declined }, Stop)).Count);

        var operations = await db.Set<PledgeOperation>().Where(operation => operation.BranchId == _rooms.First).ToListAsync(Stop);
        var pledges = await _rooms.Get<SumPledges>().ExecuteAsync(_rooms.Receiver, new PledgeFilter(), Stop);
        Assert.Equal((operations.Count, operations.Sum(row => row.LoanAmount.Kopecks), operations.Sum(row => row.CashAmount.Kopecks)), (pledges.Count, pledges.Loans.Kopecks, pledges.Cash.Kopecks));
    }

    [Fact]
    public async Task A_document_of_another_branch_does_not_open()
    {
        var topUp = await _rooms.TopUpAsync(_rooms.Stranger, TopUpState.Completed);
        await Assert.ThrowsAsync<AccessDeniedException>(() => _rooms.Get<ShowTopUp>().ExecuteAsync(_rooms.Receiver, topUp.Id, Stop));
        Assert.NotNull(await _rooms.Get<ShowTopUp>().ExecuteAsync(_rooms.FullRights, topUp.Id, Stop));
        Assert.Null(await _rooms.Get<ShowTopUp>().ExecuteAsync(_rooms.FullRights, Guid.NewGuid(), Stop));
    }

    [Fact]
    public async Task A_document_shows_its_calls_in_the_branchs_time()
    {
        var topUp = await _rooms.TopUpAsync(TopUpState.Completed);
        await using (var db = _rooms.Open())
        {
            var request = GatewayRequest.Open(_rooms.First, topUp.Id, 1, 1, GatewayMethods.Payout, topUp.Presentation, _rooms.Now);
            db.Add(request);
            await db.SaveChangesAsync(Stop);
        }

        var document = await _rooms.Get<ShowTopUp>().ExecuteAsync(_rooms.Receiver, topUp.Id, Stop);
        Assert.Equal($"{topUp.Number} от 24.10.2022 12:00:00", document!.Operation);
        Assert.Equal("Билет №01, ГП00000063", document.Ticket);
        Assert.EndsWith("от 24.10.2022 12:00:00", document.Presentation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acquiring_lights_only_when_the_top_up_is_completed()
    {
        await _rooms.TopUpAsync(TopUpState.Unknown);
        Assert.False(Assert.Single((await PledgesAsync(_rooms.Receiver)).Rows).IsPaidToCard);
        await _rooms.TopUpAsync(TopUpState.Completed);
        Assert.Equal([false, true], (await PledgesAsync(_rooms.Receiver)).Rows.Select(row => row.IsPaidToCard).Order());
    }

    [Fact]
    public async Task The_request_log_is_closed_to_receivers()
    {
        await Assert.ThrowsAsync<AccessDeniedException>(() => _rooms.Get<ListRequests>().ExecuteAsync(_rooms.Receiver, new(), Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _rooms.Get<ShowRequest>().ExecuteAsync(_rooms.Receiver, Guid.NewGuid(), Stop));
        Assert.Empty((await _rooms.Get<ListRequests>().ExecuteAsync(_rooms.Administrator, new(), Stop)).Rows);
    }

    [Fact]
    public async Task A_log_row_opens_with_what_was_stored()
    {
        var request = GatewayRequest.Import(_rooms.First, _rooms.Now, succeeded: true, GatewayMethods.Status, "Пополнение", "COMPLETED");
        await using (var db = _rooms.Open())
        {
            db.Add(request);
            await db.SaveChangesAsync(Stop);
        }

        var opened = await _rooms.Get<ShowRequest>().ExecuteAsync(_rooms.FullRights, request.Id, Stop);
        Assert.Equal((true, "COMPLETED", new DateTime(2022, 10, 24, 12, 0, 0)), (opened!.Row.Succeeded, opened.Row.Description, opened.Row.StartedAt));
        Assert.Null(opened.HttpStatus);
    }

    private Task<ListPage<TopUpRow>> TopUpsAsync(Actor actor) => _rooms.Get<ListTopUps>().ExecuteAsync(actor, new(), Stop);

    private Task<ListPage<PledgeRow>> PledgesAsync(Actor actor) => _rooms.Get<ListPledges>().ExecuteAsync(actor, new(), Stop);
}
