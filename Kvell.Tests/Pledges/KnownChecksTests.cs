using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Pledges;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>What one draft found out about a client, the next one knows.</summary>
public sealed class KnownChecksTests : IAsyncLifetime
{
    private const string Hit = "Есть совпадение с перечнями (проверка от 24.10.2022): займ выдавать нельзя";

    private readonly PledgeDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateTime Now => _desk.Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => DateOnly.FromDateTime(Now);

    public async ValueTask InitializeAsync()
    {
        await _desk.InitializeAsync();
        await _desk.PostAsync(await _desk.OpenDraftAsync(Sample.Group("100")));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hit_in_a_closed_draft_stands_in_the_client_s_next_one_in_any_branch(bool isClosed)
    {
        var id = await _desk.OpenDraftAsync(await KnownAsync(lists: false));
        if (isClosed)
            Assert.Null(await _desk.Get<CloseDraft>().ExecuteAsync(_desk.Receiver, id, Stop));
        _desk.Clock.Advance(TimeSpan.FromDays(40));
        var next = (await OpenAsync(_desk.Stranger)).Questionnaire;
        Assert.Equal((false, PledgeDesk.Noon.UtcDateTime, "Петрова Анна Сергеевна"), (next.Lists.IsClear, next.Lists.CheckedAt, next.Lists.By));
        Assert.True(next.Passport.IsClear);
    }

    [Fact]
    public async Task A_hit_that_another_client_took_the_place_of_is_kept()
    {
        var form = await KnownAsync(lists: false);
        var id = await _desk.OpenDraftAsync(form);
        (form.Pledgor, form.Questionnaire) = (Sample.Ivanov("654321"), Sample.FreshQuestionnaire());
        form.Pledgor.Last = "Соловьёв";
        await _desk.SaveAsync(id, form);
        Assert.False((await OpenAsync(_desk.Receiver)).Questionnaire.Lists.IsClear);
        Assert.True((await _desk.PostAsync(id)).IsPosted);
    }

    [Fact]
    public async Task A_later_answer_takes_the_hit_back()
    {
        await _desk.OpenDraftAsync(await KnownAsync(lists: false));
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        await _desk.OpenDraftAsync(await KnownAsync(lists: true));
        var next = (await OpenAsync(_desk.Receiver)).Questionnaire.Lists;
        Assert.Equal((true, Now), (next.IsClear, next.CheckedAt));
    }

    [Fact]
    public async Task A_hit_of_a_passport_is_of_that_passport()
    {
        var form = await KnownAsync(lists: true);
        form.Pledgor.Number = "777777";
        Confirm(form.Questionnaire.Passport, isClear: false, form.Pledgor.DocumentKey);
        await _desk.OpenDraftAsync(form);
        Assert.True((await OpenAsync(_desk.Receiver)).Questionnaire.Passport.IsClear);
        var typed = Sample.Ivanov("777777");
        Assert.False((await RecallAsync(typed)).Passport!.IsClear);
    }

    [Fact]
    public async Task A_new_client_with_the_same_document_or_name_is_known_to_be_a_hit()
    {
        var form = Sample.Group("100");
        form.Pledgor = Sample.Ivanov("999999");
        form.Pledgor.Last = "Кузнецов";
        Confirm(form.Questionnaire.Lists, isClear: false, form.Pledgor.PersonKey(Today));
        await _desk.OpenDraftAsync(form);

        var misspelt = Sample.Ivanov(" 999 999");
        misspelt.Last = "Кузнецова";
        var renewed = Sample.Ivanov("888888");
        (renewed.Last, renewed.BirthDate) = ("КУЗНЕЦОВ", "120385");
        Assert.All([await RecallAsync(misspelt), await RecallAsync(renewed)], known => Assert.False(known.Lists!.IsClear));
        var stranger = Sample.Ivanov("888888");
        stranger.Last = "Кузнецова";
        Assert.Null((await RecallAsync(stranger)).Lists);
    }

    [Fact]
    public async Task A_hit_found_beside_a_draft_refuses_its_posting_until_it_is_checked_again()
    {
        var form = await KnownAsync(lists: true);
        var id = await _desk.OpenDraftAsync(form);
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.OpenDraftAsync(await KnownAsync(lists: false), _desk.Stranger);
        var refusal = Assert.Single((await _desk.PostAsync(id)).Fields);
        Assert.Equal((FieldKeys.ListCheck, Hit), (refusal.Field, refusal.Sentence));

        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Confirm(form.Questionnaire.Lists, isClear: true, form.Pledgor.PersonKey(Today));
        await _desk.SaveAsync(id, form);
        Assert.True((await _desk.PostAsync(id)).IsPosted);
    }

    [Fact]
    public async Task A_check_is_noted_once_however_often_its_draft_is_saved()
    {
        var form = await KnownAsync(lists: false);
        var id = await _desk.OpenDraftAsync(form);
        form.Pledgor.Address += ", под. 2";
        await _desk.SaveAsync(id, form);
        await using var db = _desk.Open();
        Assert.Equal(2, db.Set<Domain.Pledges.CheckNote>().Count(note => note.DraftId == id));
    }

    /// <summary>The known client's form, his lists checked now.</summary>
    private async Task<GroupForm> KnownAsync(bool lists)
    {
        var record = await OpenAsync(_desk.Receiver);
        var form = Sample.Group("100");
        (form.Pledgor, form.Questionnaire) = (record.Form, record.Questionnaire);
        Confirm(form.Questionnaire.Lists, lists, form.Pledgor.PersonKey(Today));
        return form;
    }

    private void Confirm(CheckForm check, bool isClear, string subject)
    {
        check.IsClear = isClear;
        check.Confirm(_desk.Receiver, Now, subject);
    }

    private async Task<PledgorRecord> OpenAsync(Actor actor)
    {
        var hit = Assert.Single(await _desk.Get<FindPledgors>().ExecuteAsync(actor, "4508123456", Stop));
        return (await _desk.Get<OpenPledgor>().ExecuteAsync(actor, hit.Id, Stop))!;
    }

    private Task<Domain.Pledges.KnownChecks> RecallAsync(PledgorForm form) => _desk.Get<RecallChecks>().ExecuteAsync(_desk.Receiver, form, Today, Stop);
}
