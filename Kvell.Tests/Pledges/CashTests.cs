using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Pledges;

public sealed class CashTests : IAsyncLifetime
{
    private readonly PledgeDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Cash_after_posting_fills_the_operations_in_order_and_advances_what_changed()
    {
        var id = await PostedAsync("100", "200", "300");
        Assert.Null(await _desk.Get<EnterCash>().ExecuteAsync(_desk.Receiver, id, Money.FromRubles(150), Stop));
        var operations = await _desk.OperationsAsync(id);
        Assert.Equal([100, 50, 0], operations.Select(operation => operation.CashAmount.Rubles));
        Assert.Equal([2, 2, 1], operations.Select(operation => operation.Version));
        Assert.Equal(Money.FromRubles(150), (await _desk.Get<ShowDocuments>().ExecuteAsync(_desk.Receiver, new LoanScope(id), Stop)).Cash);
    }

    [Fact]
    public async Task More_cash_than_loans_or_than_the_drawer_has_is_refused()
    {
        var id = await PostedAsync("100");
        Assert.Equal(FieldKeys.Cash, (await _desk.Get<EnterCash>().ExecuteAsync(_desk.Receiver, id, new Money(10_001), Stop))!.Field);

        var big = Sample.Group("300000");
        (big.Items[0].TypedAppraisal, big.Issue.Cash) = ("300000", "250000,01");
        big.Pledgor = Sample.Ivanov("654321");
        var refused = await _desk.PostAsync(await _desk.OpenDraftAsync(big));
        Assert.Equal("В кассе только 250\u00A0000,00\u00A0₽: поставьте меньше", Assert.Single(refused.Fields).Sentence);
    }

    [Fact]
    public async Task Cash_and_a_payouts_start_at_once_end_in_one_of_them()
    {
        var id = await PostedAsync("100");
        await using var payout = _desk.Open();
        var seen = await payout.Set<PledgeOperation>().SingleAsync(Stop);
        Assert.Null(await _desk.Get<EnterCash>().ExecuteAsync(_desk.Receiver, id, Money.FromRubles(1), Stop));
        seen.NotePayoutAttempt();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => payout.SaveChangesAsync(Stop));
    }

    [Theory]
    [InlineData(TopUpState.Unknown)]
    [InlineData(TopUpState.Postponed)]
    [InlineData(TopUpState.Completed)]
    public async Task Cash_is_closed_while_a_payout_may_take_or_has_taken_the_loan(TopUpState state)
    {
        var id = await PostedAsync("100", "200");
        await using (var db = _desk.Open())
        {
            var operation = (await _desk.OperationsAsync(id))[1];
            var topUp = CardTopUp.Create("ЛВЕС-000001", operation, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"), _desk.Receiver, _desk.Clock.GetUtcNow().UtcDateTime);
            db.Add(topUp).Property(row => row.State).CurrentValue = state;
            await db.SaveChangesAsync(Stop);
        }

        Assert.Null(await _desk.Get<EnterCash>().ExecuteAsync(_desk.Receiver, id, Money.FromRubles(100), Stop));
        Assert.Contains("закрыты", (await _desk.Get<EnterCash>().ExecuteAsync(_desk.Receiver, id, Money.FromRubles(101), Stop))!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_the_loan_is_given_in_cash_or_not_at_all()
    {
        await using (var db = _desk.Open())
        {
            db.Add(AccountingPolicy.Create(useKvell: true));
            await db.SaveChangesAsync(Stop);
        }

        var form = Sample.Group("100");
        form.Issue.Cash = "99";
        var id = await _desk.OpenDraftAsync(form);
        Assert.Equal(FieldKeys.Cash, Assert.Single((await _desk.PostAsync(id)).Fields).Field);
        form.Issue.Cash = "100";
        await _desk.SaveAsync(id, form);
        Assert.True((await _desk.PostAsync(id)).IsPosted);
        Assert.NotNull(await _desk.Get<EnterCash>().ExecuteAsync(_desk.Receiver, id, Money.Zero, Stop));
    }

    [Fact]
    public async Task Cash_before_posting_is_the_drafts()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100"));
        await Assert.ThrowsAsync<IllegalTransitionException>(() => _desk.Get<EnterCash>().ExecuteAsync(_desk.Receiver, id, Money.Zero, Stop));
    }

    private async Task<Guid> PostedAsync(params string[] loans)
    {
        var id = await _desk.OpenDraftAsync(Sample.Group(loans));
        Assert.True((await _desk.PostAsync(id)).IsPosted);
        return id;
    }
}
