using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Pledges.Issue;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Settings;
using Kvell.Web.Features.Pledges;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>«Провести» and the button obey the strip, by what the database has at the press.</summary>
public sealed class IssueGateTests : IAsyncLifetime
{
    private readonly KvellHost _host = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task What_the_policy_forbids_refuses_posting_and_the_button_and_what_it_warns_of_doesnt()
    {
        using var desk = await PayoutDesk.OpenAsync(_host);
        var posted = await desk.PostedAsync("1500");
        Assert.Null((await desk.OfferAsync(posted)).Answer);
        await ForbidAsync(IssueBlocks.Unprinted);

        const string Sentence = "Билет №01 не напечатан";
        var draft = await desk.DraftAsync(null, "1500");
        var refused = await desk.Get<PostPledges>().ExecuteAsync(desk.Actor, draft, null, areKindsChosen: false, Stop);
        Assert.Equal((FieldKeys.NextBlank, Sentence), (Assert.Single(refused.Fields).Field, refused.Fields[0].Sentence));
        Assert.Equal($"Выдавать нельзя: {Sentence}.", (await desk.OfferAsync(posted)).Answer);

        foreach (var id in new[] { draft, posted })
            await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, id, null, Stop);
        await desk.PostAsync(draft);
        Assert.Null((await desk.OfferAsync(posted)).Answer);
    }

    [Fact]
    public async Task A_rule_that_came_between_the_offer_and_the_press_sends_nothing()
    {
        using var desk = await PayoutDesk.OpenAsync(_host);
        var draft = await desk.PostedAsync("1500");
        var offer = await desk.OfferAsync(draft);
        await ForbidAsync(IssueBlocks.Unprinted);
        Assert.Equal("Выдавать нельзя: Билет №01 не напечатан.", (await desk.PayAsync(offer))!.Sentence);
        Assert.Empty(await desk.TopUpsAsync(draft));
    }

    /// <summary>A loan that was given today's date may stand under another version than the rest of its group.</summary>
    [Fact]
    public async Task Each_loan_is_held_against_the_cap_by_the_version_that_it_stands_under()
    {
        using var desk = await PayoutDesk.OpenAsync(_host);
        var draft = await desk.PostedAsync("1500", "700");
        await ForbidAsync(IssueBlocks.CostAboveCap);
        var dear = Tariff.Create(Guid.CreateVersion7(), "Дорогой", 9, [new TariffPeriod(30, 1m, 0, 0)]);
        await using (var db = await desk.DatabaseAsync())
        {
            var second = (await db.Set<PledgeOperation>().Where(operation => operation.DraftId == draft).ToListAsync(Stop)).Single(operation => operation.LoanAmount == Money.FromRubles(700));
            db.AddRange(dear, FullCostCap.Create(PledgeKind.Jewellery, second.LoanDate, second.LoanDate, 120m));
            await db.SaveChangesAsync(Stop);
            Assert.Null((await desk.OfferAsync(draft)).Answer);
            await db.Set<PledgeOperation>().Where(operation => operation.Id == second.Id).ExecuteUpdateAsync(set => set.SetProperty(operation => operation.TariffId, dear.Id), Stop);
        }

        Assert.StartsWith("Выдавать нельзя: ПСК", (await desk.OfferAsync(draft)).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stale_checks_that_only_warn_let_the_group_be_posted()
    {
        using var desk = await PayoutDesk.OpenAsync(_host);
        void Age(GroupForm form) => form.Questionnaire.Passport.CheckedAt = desk.Get<TimeProvider>().GetUtcNow().UtcDateTime.AddDays(-40);
        var draft = await desk.DraftAsync(Age, "1500");
        Assert.Equal(FieldKeys.PassportCheck, Assert.Single((await desk.Get<PostPledges>().ExecuteAsync(desk.Actor, draft, null, areKindsChosen: false, Stop)).Fields).Field);
        await ForbidAsync(IssueBlocks.None);
        await desk.PostAsync(draft);
    }

    [Fact]
    public async Task A_hit_found_after_posting_forbids_the_button_until_a_later_check_is_clear()
    {
        const string Hit = "Есть совпадение с перечнями (проверка от ";
        using var desk = await PayoutDesk.OpenAsync(_host);
        var posted = await desk.PostedAsync("1500");
        var offer = await desk.OfferAsync(posted);
        await desk.DraftAsync(form => desk.CheckLists(form, isClear: false), "700");
        Assert.StartsWith($"Выдавать нельзя: {Hit}", (await desk.OfferAsync(posted)).Answer, StringComparison.Ordinal);
        Assert.StartsWith($"Выдавать нельзя: {Hit}", (await desk.PayAsync(offer))!.Sentence, StringComparison.Ordinal);
        Assert.Empty(await desk.TopUpsAsync(posted));

        await using var db = await desk.DatabaseAsync();
        var operation = await db.Set<PledgeOperation>().SingleAsync(row => row.DraftId == posted, Stop);
        await using var page = _host.Services.CreateAsyncScope();
        var document = (await desk.Get<ShowPledge>().ExecuteAsync(desk.Actor, operation.Id, Stop))!;
        var strip = (await page.ServiceProvider.GetRequiredService<PledgeIssueReader>().ReadAsync(desk.Actor, document, Stop))!.ConcernsAt(desk.Get<TimeProvider>().GetUtcNow().UtcDateTime);
        Assert.StartsWith(Hit, IssueRules.FirstBlock(strip)!.Sentence, StringComparison.Ordinal);

        await desk.DraftAsync(form => desk.CheckLists(form, isClear: true), "700");
        Assert.Null((await desk.OfferAsync(posted)).Answer);
    }

    [Fact]
    public async Task The_stop_list_is_kept_by_full_rights_and_two_who_change_one_row_are_told()
    {
        var settings = await SettingsDesk.OpenAsync(_host, "fullrights");
        var saving = settings.Get<SaveStopListEntry>();
        Assert.True((await saving.ExecuteAsync(settings.Actor, null, new StopListForm { Name = "Шкатулки", Words = "шкатулк", From = "01.01.2026" }, Stop)).IsSaved);
        var row = (await settings.Get<ShowStopList>().ExecuteAsync(settings.Actor, Stop)).Single(entry => entry.Name == "Шкатулки");
        Assert.True((await saving.ExecuteAsync(settings.Actor, row, StopListForm.Of(row) with { Words = "шкатулк, ларец" }, Stop)).IsSaved);
        Assert.Contains("изменил", Assert.Single((await saving.ExecuteAsync(settings.Actor, row, StopListForm.Of(row), Stop)).Refusals).Sentence, StringComparison.Ordinal);

        using var desk = await PayoutDesk.OpenAsync(_host);
        var draft = await desk.DraftAsync(form => form.Items[0].Kind = "Ларец", "1500");
        var refused = await desk.Get<PostPledges>().ExecuteAsync(desk.Actor, draft, null, areKindsChosen: false, Stop);
        Assert.Equal("Предмет 1 в стоп-листе: Шкатулки", Assert.Single(refused.Fields).Sentence);
    }

    [Fact]
    public void Out_of_the_box_hours_caps_and_paper_warn() =>
        Assert.Equal(IssueBlocks.StaleChecks | IssueBlocks.StopList, AccountingPolicy.Create(useKvell: true).Blocks);

    private async Task ForbidAsync(IssueBlocks blocks) => await (await SettingsDesk.OpenAsync(_host)).ChangePolicyAsync(form => form.Blocks = blocks);
}
