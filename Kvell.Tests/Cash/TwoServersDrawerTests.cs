using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Cash;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Xunit;

namespace Kvell.Tests.Cash;

/// <summary>Two receivers at two servers, one drawer: it never owes, whoever takes first.</summary>
public sealed class TwoServersDrawerTests : IAsyncLifetime
{
    private readonly KvellHost _first = new();

    private KvellHost _second = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _second = new KvellHost(new KvellHostOptions { Folder = _first.Folder, Settings = _first.DatabaseSettings.ToDictionary(setting => setting.Key, setting => setting.Value) });
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
    }

    /// <summary>Takes more than five seconds: two servers start.</summary>
    [Fact]
    public async Task Withdrawals_and_receipts_from_both_leave_no_less_than_nothing()
    {
        using var here = await PayoutDesk.OpenAsync(_first);
        using var there = await PayoutDesk.OpenAsync(_second, "fullrights");
        var branch = here.Actor.BranchId!.Value;
        var drawer = await DrawerAsync(here, branch);
        var share = new Money(drawer.Kopecks * 2 / 5);
        var drafts = new[] { await InCashAsync(here, share), await InCashAsync(here, share) };
        Assert.Equal(drawer, await DrawerAsync(there, branch));

        var takes = new[] { here, there, here, there }.Select((desk, i) => Task.Run(
            async () => i < 2
                ? (await desk.Get<PrintReceipts>().ExecuteAsync(desk.Actor, drafts[i], null, Stop)).OperationIds.Count == 1
                : (await desk.Get<EnterCashMove>().ExecuteAsync(desk.Actor, branch, new CashForm { Amount = share.Digits, Reason = "инкассация", IsWithdrawal = true }, Stop)).IsSaved,
            Stop));
        Assert.Equal(2, (await Task.WhenAll(takes)).Count(isTaken => isTaken));
        Assert.Equal(drawer - share - share, await DrawerAsync(there, branch));
    }

    private static async Task<Money> DrawerAsync(PayoutDesk desk, Guid branch) => (await desk.Get<ShowCashBook>().ExecuteAsync(desk.Actor, branch, null, Stop))!.Now;

    private static async Task<Guid> InCashAsync(PayoutDesk desk, Money loan)
    {
        var draft = await desk.DraftAsync(form => (form.Items[0].TypedAppraisal, form.Issue.Cash) = (loan.Digits, loan.Digits), loan.Digits);
        await desk.PostAsync(draft);
        return draft;
    }
}
