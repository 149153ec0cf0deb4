using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>«Отмена залогового билета» before posting.</summary>
public sealed class CancelTicketTests : IAsyncLifetime
{
    private readonly PledgeDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Its_items_stay_free_its_blank_is_spoiled_and_the_rest_goes_on()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100", "200", "300"));
        await _desk.PrintAsync(id);
        var seen = await VersionAsync(id);
        var result = await CancelAsync(id, 2, seen);
        Assert.Null(result.Refusal);
        Assert.Equal(await VersionAsync(id), result.ContentVersion);
        var form = (await _desk.Get<LoadDraft>().ExecuteAsync(_desk.Receiver, id, Stop))!.Form;
        Assert.Equal([1, ItemForm.NoTicket, 3], form.Items.Select(item => item.Ticket));
        Assert.Equal(("ГП00000064", "Отмена залогового билета: Билет №02"), await SpoiledAsync());
        var refused = await _desk.PostAsync(id);
        Assert.Equal(FieldKeys.Item(2, FieldKeys.ItemTicket), Assert.Single(refused.Fields).Field);

        form.Items[1].Ticket = 3;
        await _desk.SaveAsync(id, form);
        var posted = await _desk.PostAsync(id);
        Assert.Equal([100m, 500m], (await _desk.OperationsAsync(id)).Select(operation => operation.LoanAmount.Rubles));
        Assert.Equal(2, posted.OperationIds.Count);
    }

    [Fact]
    public async Task A_ticket_without_a_blank_spoils_none()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100", "200"));
        Assert.Null((await CancelAsync(id, 1, await VersionAsync(id))).Refusal);
        await using var db = _desk.Open();
        Assert.Empty(await db.Set<BlankMove>().ToListAsync(Stop));
        Assert.Equal(["Билет №02"], (await _desk.Get<ShowDocuments>().ExecuteAsync(_desk.Receiver, new LoanScope(id), Stop)).Tickets.Select(ticket => ticket.Name));
    }

    [Fact]
    public async Task A_print_that_comes_in_between_is_spoiled_with_it()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100"));
        var seen = await VersionAsync(id);
        _desk.StepIn.Before("\"TicketBlanks\"", () => _desk.PrintAsync(id));
        Assert.Null((await CancelAsync(id, 1, seen)).Refusal);
        Assert.True(_desk.StepIn.HasHappened);
        Assert.Equal("ГП00000063", (await SpoiledAsync()).Number);
    }

    [Fact]
    public async Task What_is_posted_closed_changed_elsewhere_or_another_branchs_is_not_cancelled()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100"));
        var seen = await VersionAsync(id);
        Assert.StartsWith("Черновик открыт в другом окне", (await CancelAsync(id, 1, seen - 1)).Refusal!.Sentence, StringComparison.Ordinal);
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<CancelTicket>().ExecuteAsync(_desk.Stranger, id, 1, seen, Stop));
        Assert.True((await _desk.PostAsync(id)).IsPosted);
        Assert.Equal("Билет уже проведён: обнулите операцию.", (await CancelAsync(id, 1, seen)).Refusal!.Sentence);
        var closed = await _desk.OpenDraftAsync(Sample.Group("100"));
        Assert.Null(await _desk.Get<CloseDraft>().ExecuteAsync(_desk.Receiver, closed, Stop));
        Assert.Equal("Оформление завершено: начните новое.", (await CancelAsync(closed, 1, await VersionAsync(closed))).Refusal!.Sentence);
    }

    private Task<CancelResult> CancelAsync(Guid draft, int ordinal, int seen) => _desk.Get<CancelTicket>().ExecuteAsync(_desk.Receiver, draft, ordinal, seen, Stop);

    private async Task<int> VersionAsync(Guid draft) => (await _desk.Get<LoadDraft>().ExecuteAsync(_desk.Receiver, draft, Stop))!.ContentVersion;

    private async Task<(string Number, string? Reason)> SpoiledAsync()
    {
        await using var db = _desk.Open();
        var blank = await db.Set<TicketBlank>().SingleAsync(row => row.State == BlankState.Spoiled, Stop);
        return (blank.Number, blank.SpoiltReason);
    }
}
