using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Xunit;

namespace Kvell.Tests.Pledges;

public sealed class DraftTests : IClassFixture<PledgeDesk>
{
    private readonly PledgeDesk _desk;

    public DraftTests(PledgeDesk desk) => _desk = desk;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_gives_back_what_was_typed_right_or_wrong()
    {
        var form = Sample.Group();
        form.Tab = WizardTab.Items;
        (form.Pledgor.Number, form.Items[1].Loan, form.Issue.Date) = ("12345", "1,2,3", "зав");
        var id = await _desk.OpenDraftAsync(form);
        var loaded = (await _desk.Get<LoadDraft>().ExecuteAsync(_desk.Colleague, id, Stop))!;
        Assert.Equal((WizardTab.Items, "12345", "1,2,3", "зав"), (loaded.Form.Tab, loaded.Form.Pledgor.Number, loaded.Form.Items[1].Loan, loaded.Form.Issue.Date));
        Assert.Equal(form.Questionnaire.Passport.CheckedAt, loaded.Form.Questionnaire.Passport.CheckedAt);
    }

    [Fact]
    public async Task The_second_window_never_overwrites_the_first()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group());
        var seen = (await _desk.Get<LoadDraft>().ExecuteAsync(_desk.Receiver, id, Stop))!;
        var first = Sample.Group("100");
        Assert.Equal(SaveOutcome.Saved, (await _desk.Get<SaveDraft>().ExecuteAsync(_desk.Receiver, id, seen.ContentVersion, first, Stop)).Outcome);
        var second = await _desk.Get<SaveDraft>().ExecuteAsync(_desk.Colleague, id, seen.ContentVersion, Sample.Group("200"), Stop);
        Assert.Equal(SaveOutcome.OpenElsewhere, second.Outcome);
        var stored = (await _desk.Get<LoadDraft>().ExecuteAsync(_desk.Receiver, id, Stop))!;
        Assert.Equal("100", stored.Form.Items[0].Loan);
    }

    [Fact]
    public async Task Printing_beside_the_typing_is_no_conflict()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group());
        var seen = (await _desk.Get<LoadDraft>().ExecuteAsync(_desk.Receiver, id, Stop))!;
        Assert.Null((await _desk.PrintAsync(id, 1)).Refusal);
        Assert.Equal(SaveOutcome.Saved, (await _desk.Get<SaveDraft>().ExecuteAsync(_desk.Receiver, id, seen.ContentVersion, Sample.Group(), Stop)).Outcome);
    }

    [Fact]
    public async Task Another_branch_neither_sees_nor_touches_a_draft()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group());
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<LoadDraft>().ExecuteAsync(_desk.Stranger, id, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<SaveDraft>().ExecuteAsync(_desk.Stranger, id, 1, new GroupForm(), Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<PrintTickets>().ExecuteAsync(_desk.Stranger, id, null, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<SpoilBlank>().ExecuteAsync(_desk.Stranger, id, "ГП00000063", "порван", Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.PostAsync(id, _desk.Stranger));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<EnterCash>().ExecuteAsync(_desk.Stranger, id, Money.Zero, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<ShowDocuments>().ExecuteAsync(_desk.Stranger, new LoanScope(id), Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<CloseDraft>().ExecuteAsync(_desk.Stranger, id, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<OpenDraft>().ExecuteAsync(_desk.Stranger, _desk.First, isSingle: false, Stop));
    }

    [Fact]
    public async Task Full_rights_without_a_branch_choose_one()
    {
        var manager = new Actor(Guid.NewGuid(), "Орлова", [UserRole.FullRights], null);
        Assert.Null(await _desk.Get<OpenDraft>().ExecuteAsync(manager, null, isSingle: false, Stop));
        Assert.Equal(["Ломбард №1", "Ломбард №2"], (await _desk.Get<ListBranchChoices>().ExecuteAsync(manager, Stop)).Select(branch => branch.Name));
        var id = await _desk.Get<OpenDraft>().ExecuteAsync(manager, _desk.Second, isSingle: false, Stop);
        Assert.Equal(_desk.Second, (await _desk.Get<LoadDraft>().ExecuteAsync(_desk.Stranger, id!.Value, Stop))!.BranchId);
    }

    [Fact]
    public async Task An_administrator_alone_opens_no_draft()
    {
        var admin = new Actor(Guid.NewGuid(), "Админ", [UserRole.Administrator], null);
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<OpenDraft>().ExecuteAsync(admin, _desk.First, isSingle: false, Stop));
    }

    [Fact]
    public async Task A_closed_draft_keeps_what_it_has()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100"));
        Assert.Null(await _desk.Get<CloseDraft>().ExecuteAsync(_desk.Receiver, id, Stop));
        var closed = (await _desk.Get<LoadDraft>().ExecuteAsync(_desk.Receiver, id, Stop))!;
        var saved = await _desk.Get<SaveDraft>().ExecuteAsync(_desk.Receiver, id, closed.ContentVersion, new GroupForm(), Stop);
        Assert.Equal(SaveOutcome.Closed, saved.Outcome);
        Assert.False((await _desk.PostAsync(id)).IsPosted);
        Assert.NotNull((await _desk.PrintAsync(id)).Refusal);
    }

    [Fact]
    public async Task A_draft_with_printed_tickets_is_not_closed_before_it_is_posted()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100"));
        var number = (await _desk.PrintAsync(id)).Tickets[0].BlankNumber;
        Assert.NotNull(await _desk.Get<CloseDraft>().ExecuteAsync(_desk.Receiver, id, Stop));
        Assert.Null(await _desk.Get<SpoilBlank>().ExecuteAsync(_desk.Receiver, id, number, "клиент передумал", Stop));
        Assert.Null(await _desk.Get<CloseDraft>().ExecuteAsync(_desk.Receiver, id, Stop));
    }
}
