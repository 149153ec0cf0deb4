using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Pledges;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Pledges;

public sealed class PostingTests : IAsyncLifetime
{
    private readonly PledgeDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task One_operation_a_ticket_with_client_questionnaire_items_and_numbers_in_one_commit()
    {
        var form = Sample.Group();
        (form.Items[3].Ticket, form.Issue.Cash) = (3, "7000");
        var id = await _desk.OpenDraftAsync(form);
        await _desk.PrintAsync(id, 1);
        Assert.True((await _desk.PostAsync(id)).IsPosted);

        var operations = await _desk.OperationsAsync(id);
        Assert.Equal(["ЛВЕС-000014", "ЛВЕС-000015", "ЛВЕС-000016"], operations.Select(operation => operation.Number));
        Assert.Equal([650_000, 420_000, 530_000], operations.Select(operation => operation.LoanAmount.Kopecks));
        Assert.Equal([650_000, 50_000, 0], operations.Select(operation => operation.CashAmount.Kopecks));
        Assert.All(operations, operation => Assert.Equal(new DateOnly(2022, 10, 24), operation.LoanDate));
        await using var db = _desk.Open();
        var pledgor = await db.Set<Pledgor>().SingleAsync(Stop);
        Assert.All(operations, operation => Assert.Equal((pledgor.Id, "Иванов Иван Иванович"), (operation.PledgorId, operation.PledgorName)));
        Assert.Equal(pledgor.Id, (await db.Set<PledgorQuestionnaire>().SingleAsync(Stop)).PledgorId);
        Assert.Equal(["ГП00000063", null, null], await db.Set<PledgeTicket>().OrderBy(ticket => ticket.Ordinal).Select(ticket => ticket.BlankNumber).ToListAsync(Stop));
        var items = await db.Set<PledgedItem>().OrderBy(item => item.Ordinal).ToListAsync(Stop);
        Assert.Equal([1, 2, 3, 4], items.Select(item => item.Ordinal));
        Assert.Equal((3.10m, 666_500), (items[0].Figures.Net, items[0].Figures.Appraisal.Kopecks));
    }

    [Fact]
    public async Task Pressed_at_once_from_many_sides_it_posts_once()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100", "200"));
        var posts = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => _desk.PostAsync(id, i % 2 == 0 ? _desk.Receiver : _desk.Colleague), Stop)));
        var expected = (await _desk.OperationsAsync(id)).Select(operation => operation.Id).ToList();
        Assert.Equal(2, expected.Count);
        Assert.All(posts, post => Assert.Equal(expected, post.OperationIds));
    }

    [Fact]
    public async Task A_press_that_comes_in_between_is_found_not_taken_for_a_double_of_the_client()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100"));
        PostResult? other = null;
        _desk.StepIn.Before("FROM \"Pledgors\"", async () => other = await _desk.PostAsync(id, _desk.Colleague));
        var result = await _desk.PostAsync(id);
        Assert.Equal(Assert.Single(other!.OperationIds), Assert.Single(result.OperationIds));
    }

    [Fact]
    public async Task Groups_posted_at_once_leave_no_gap_and_no_double_in_the_numbers()
    {
        var drafts = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            var form = Sample.Group("100", "200");
            form.Pledgor = Sample.Ivanov($"10000{i}");
            drafts.Add(await _desk.OpenDraftAsync(form));
        }

        await Task.WhenAll(drafts.Select(draft => Task.Run(() => _desk.PostAsync(draft), Stop)));
        await using var db = _desk.Open();
        var numbers = await db.Set<PledgeOperation>().Select(operation => operation.Number).OrderBy(number => number).ToListAsync(Stop);
        Assert.Equal(Enumerable.Range(14, 12).Select(number => $"ЛВЕС-{number:D6}"), numbers);
    }

    [Fact]
    public async Task A_refused_group_saves_nothing_and_takes_no_number()
    {
        var form = Sample.Group();
        form.Pledgor.Number = "12345";
        var id = await _desk.OpenDraftAsync(form);
        var refused = await _desk.PostAsync(id);
        Assert.Equal(FieldKeys.Number, Assert.Single(refused.Fields).Field);
        await using var db = _desk.Open();
        Assert.Equal((0, 0), (await db.Set<Pledgor>().CountAsync(Stop), await db.Set<PledgeTicket>().CountAsync(Stop)));
        Assert.Equal(13, (await db.Set<DocumentCounter>().SingleAsync(Stop)).Last);
    }

    [Fact]
    public async Task The_same_passport_makes_no_second_client()
    {
        await _desk.PostAsync(await _desk.OpenDraftAsync(Sample.Group("100")));
        var doubled = Sample.Group("200");
        (doubled.Pledgor.Series, doubled.Pledgor.Number) = ("4508", "12 34 56");
        var id = await _desk.OpenDraftAsync(doubled);
        Assert.Contains("Иванов Иван Иванович", Assert.Single((await _desk.PostAsync(id)).Fields).Sentence, StringComparison.Ordinal);

        doubled.Pledgor.PledgorId = (await _desk.Get<FindSamePassport>().ExecuteAsync(_desk.Receiver, doubled.Pledgor, Stop))!.Id;
        await _desk.SaveAsync(id, doubled);
        Assert.True((await _desk.PostAsync(id)).IsPosted);
        await using var db = _desk.Open();
        Assert.Equal(1, await db.Set<Pledgor>().CountAsync(Stop));
    }

    [Fact]
    public async Task What_another_window_changed_is_not_posted_unseen()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100"));
        var seen = (await _desk.Get<LoadDraft>().ExecuteAsync(_desk.Receiver, id, Stop))!.ContentVersion;
        await _desk.SaveAsync(id, Sample.Group("200"), _desk.Colleague);
        Assert.NotNull((await _desk.Get<PostPledges>().ExecuteAsync(_desk.Receiver, id, seen, areKindsChosen: false, Stop)).Refusal);
        Assert.Empty(await _desk.OperationsAsync(id));
    }

    [Fact]
    public async Task A_printed_ticket_without_items_is_named_before_posting()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100", "200"));
        await _desk.PrintAsync(id);
        await _desk.SaveAsync(id, Sample.Group("100"));
        Assert.StartsWith("Билет №02 напечатан на бланке ГП00000064", (await _desk.PostAsync(id)).Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_date_is_the_loans_date_and_posting_fixes_the_content()
    {
        var form = Sample.Group("100");
        form.Issue.Date = "23.10.2022 18:00";
        var id = await _desk.OpenDraftAsync(form);
        await _desk.PostAsync(id);
        form.Issue.Date = "20.10.2022";
        form.Tab = WizardTab.Items;
        await _desk.SaveAsync(id, form);
        Assert.Equal(new DateOnly(2022, 10, 23), Assert.Single(await _desk.OperationsAsync(id)).LoanDate);
        var stored = (await _desk.Get<LoadDraft>().ExecuteAsync(_desk.Receiver, id, Stop))!.Form;
        Assert.Equal(("23.10.2022 18:00", WizardTab.Items), (stored.Issue.Date, stored.Tab));
    }
}
