using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Cash;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.Pledges;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Cash;

public sealed class CashBookTests : IAsyncLifetime
{
    private readonly PledgeDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_day_begins_with_what_was_left_and_ends_with_what_is_there()
    {
        Assert.True((await MoveAsync("5000", "из банка")).IsSaved);
        Assert.True((await MoveAsync("1200,50", "инкассация", isOut: true)).IsSaved);
        _desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await MoveAsync("100", "размен")).IsSaved);

        var yesterday = await SheetAsync(new DateOnly(2022, 10, 24));
        Assert.Equal((250_000m, 5000m, 1200.50m, 253_799.50m), (yesterday.Before.Rubles, yesterday.Income.Rubles, yesterday.Outgo.Rubles, yesterday.After.Rubles));
        Assert.Equal([(CashEntryKind.Income, "из банка", 255_000m), (CashEntryKind.Withdrawal, "инкассация", 253_799.50m)], yesterday.Lines.Select(line => (line.Kind, line.Ground, line.Balance.Rubles)));
        Assert.All(yesterday.Lines, line => Assert.Equal(_desk.Receiver.Name, line.ByName));

        var today = await SheetAsync(null);
        Assert.Equal((new DateOnly(2022, 10, 25), 253_799.50m, 253_899.50m), (today.Day, today.Before.Rubles, today.Now.Rubles));
        Assert.Equal(250_000, (await SheetAsync(new DateOnly(2022, 10, 23))).After.Rubles);
    }

    [Theory]
    [InlineData("", "из банка", CashForm.AmountField)]
    [InlineData("0", "из банка", CashForm.AmountField)]
    [InlineData("-5", "из банка", CashForm.AmountField)]
    [InlineData("5,005", "из банка", CashForm.AmountField)]
    [InlineData("5", " ", CashForm.ReasonField)]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_moves(string amount, string reason, string field)
    {
        Assert.Equal(field, Assert.Single((await MoveAsync(amount, reason)).Refusals).Field);
        Assert.Empty((await SheetAsync(null)).Lines);
    }

    [Fact]
    public async Task The_drawer_never_owes()
    {
        Assert.Equal(CashForm.AmountField, Assert.Single((await MoveAsync("250000,01", "инкассация", isOut: true)).Refusals).Field);
        Assert.True((await MoveAsync("250000", "инкассация", isOut: true)).IsSaved);
        Assert.Equal(Money.Zero, (await SheetAsync(null)).Now);
    }

    [Fact]
    public async Task Of_two_who_take_more_than_there_is_at_once_one_is_refused()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MoveAsync("100000", "инкассация", isOut: true), Stop)));
        Assert.Equal(2, answers.Count(answer => answer.IsSaved));
        var sheet = await SheetAsync(null);
        Assert.Equal(Money.FromRubles(50_000), sheet.Now);
        Assert.Equal([150_000m, 50_000m], sheet.Lines.Select(line => line.Balance.Rubles));
    }

    [Fact]
    public async Task Two_receipts_that_the_drawer_can_not_both_pay_end_in_one()
    {
        var drafts = new[] { await InCashAsync("150000", "111111"), await InCashAsync("150000", "222222") };
        var printed = await Task.WhenAll(drafts.Select(draft => Task.Run(() => _desk.Get<PrintReceipts>().ExecuteAsync(_desk.Receiver, draft, null, Stop), Stop)));
        Assert.Single(printed, receipts => receipts.OperationIds.Count == 1);
        Assert.Single(printed, receipts => receipts.Sentence.Contains("В кассе только 100\u00A0000,00\u00A0₽", StringComparison.Ordinal));
        Assert.Equal(Money.FromRubles(100_000), (await SheetAsync(null)).Now);
    }

    [Fact]
    public async Task A_group_takes_from_the_drawer_as_long_as_there_is_enough()
    {
        var draft = await InCashAsync("1000", "111111", "2000");
        Assert.True((await MoveAsync("248500", "инкассация", isOut: true)).IsSaved);
        var printed = await _desk.Get<PrintReceipts>().ExecuteAsync(_desk.Receiver, draft, null, Stop);
        Assert.Equal("Чек пробит: Билет №01. Билет №02: В кассе только 500,00\u00A0₽, нужно 2\u00A0000,00\u00A0₽.", printed.Sentence);
    }

    [Fact]
    public async Task What_has_left_the_drawer_isnt_asked_of_it_again()
    {
        var draft = await InCashAsync("1000", "111111", "2000");
        Assert.True((await MoveAsync("248500", "инкассация", isOut: true)).IsSaved);
        await _desk.Get<PrintReceipts>().ExecuteAsync(_desk.Receiver, draft, null, Stop);
        Assert.Equal(Money.FromRubles(500), (await SheetAsync(null)).Now);

        // The first ticket's thousand is given; the second's is to go to the card after all.
        Assert.Null(await _desk.Get<EnterCash>().ExecuteAsync(_desk.Receiver, draft, Money.FromRubles(1000), Stop));
        Assert.NotNull(await _desk.Get<EnterCash>().ExecuteAsync(_desk.Receiver, draft, Money.FromRubles(1501), Stop));
    }

    [Fact]
    public async Task A_line_of_the_book_is_never_changed()
    {
        Assert.True((await MoveAsync("5000", "из банка")).IsSaved);
        await using var db = _desk.Open();
        db.Remove(await db.Set<CashEntry>().SingleAsync(Stop));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
    }

    [Fact]
    public async Task A_corrected_opening_is_a_line_of_the_book()
    {
        await using var db = _desk.Open();
        var branch = await db.Set<Branch>().SingleAsync(row => row.Id == _desk.First, Stop);
        var correction = branch.Change(BranchForm.Of(branch) with { OpeningCash = "249000" }, _desk.Receiver, _desk.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal((CashEntryKind.Correction, -1000m, 249_000m), (correction!.Kind, correction.Amount.Rubles, correction.Balance.Rubles));
        Assert.Null(branch.Change(BranchForm.Of(branch) with { Name = "Ломбард на площади" }, _desk.Receiver, _desk.Clock.GetUtcNow().UtcDateTime));
    }

    [Fact]
    public async Task Another_branchs_drawer_is_closed()
    {
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<ShowCashBook>().ExecuteAsync(_desk.Stranger, _desk.First, null, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<EnterCashMove>().ExecuteAsync(_desk.Stranger, _desk.First, new CashForm { Amount = "1", Reason = "размен" }, Stop));
    }

    private Task<SaveAnswer> MoveAsync(string amount, string reason, bool isOut = false) =>
        _desk.Get<EnterCashMove>().ExecuteAsync(_desk.Receiver, _desk.First, new CashForm { Amount = amount, Reason = reason, IsWithdrawal = isOut }, Stop);

    private async Task<CashSheet> SheetAsync(DateOnly? day) => (await _desk.Get<ShowCashBook>().ExecuteAsync(_desk.Receiver, _desk.First, day, Stop))!;

    /// <summary>Posted, all of it in cash, nothing printed.</summary>
    private async Task<Guid> InCashAsync(string loan, string passport, params string[] more)
    {
        string[] loans = [loan, .. more];
        var form = Sample.Group(loans);
        form.Pledgor = Sample.Ivanov(passport);
        foreach (var item in form.Items)
            item.TypedAppraisal = "200000";
        form.Issue.Cash = $"{loans.Sum(each => int.Parse(each, System.Globalization.CultureInfo.InvariantCulture))}";
        var id = await _desk.OpenDraftAsync(form);
        Assert.True((await _desk.PostAsync(id)).IsPosted);
        return id;
    }
}
