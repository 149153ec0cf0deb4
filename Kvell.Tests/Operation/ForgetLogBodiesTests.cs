using Kvell.Domain.CardTopUps;
using Kvell.Domain.Gateway;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Emulator;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.RequestLog;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Operation;

public sealed class ForgetLogBodiesTests : IAsyncDisposable
{
    private readonly MovableTime _time = new();
    private readonly KvellHost _host;

    public ForgetLogBodiesTests() => _host = new KvellHost(new KvellHostOptions { Time = _time });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Bodies_go_after_the_policys_days_and_the_rows_stay_and_an_undecided_payouts_bodies_too()
    {
        using var desk = await PayoutDesk.OpenAsync(_host);
        await PayAsync(desk, await desk.PostedAsync("1000"), PayoutDesk.GoodCard, TopUpState.Completed);
        desk.Get<EmulatorControl>().Speed = 0.001;
        var open = await desk.PostedAsync("2000");
        await PayAsync(desk, open, "2200000000000012", TopUpState.Processing);
        var rows = await RowsAsync();
        Assert.All(rows.Where(row => row.TopUpId is not null), row => Assert.NotNull(row.RequestBody ?? row.ResponseBody));

        _time.Ahead = TimeSpan.FromDays(AccountingPolicy.DefaultLogBodiesKeptDays - 1);
        await ForgetAsync();
        Assert.Equal(rows.Select(row => row.ResponseBody), (await RowsAsync()).Select(row => row.ResponseBody));

        _time.Ahead = TimeSpan.FromDays(AccountingPolicy.DefaultLogBodiesKeptDays + 1);
        await ForgetAsync();
        var after = await RowsAsync();
        Assert.Equal(rows.Select(row => (row.Id, row.Description)), after.Select(row => (row.Id, row.Description)));
        var undecided = Assert.Single(await desk.TopUpsAsync(open)).Id;
        Assert.All(after.Where(row => row.TopUpId is not null), row => Assert.Equal(row.TopUpId == undecided, (row.RequestBody ?? row.ResponseBody) is not null));
    }

    private static async Task PayAsync(PayoutDesk desk, Guid draft, string card, TopUpState until)
    {
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), card));
        await desk.UntilAsync(draft, topUps => topUps is [var topUp] && topUp.State == until);
    }

    private Task ForgetAsync() => _host.Services.GetRequiredService<ForgetLogBodies>().RunAsync(Cancellation);

    private async Task<List<GatewayRequest>> RowsAsync()
    {
        await using var db = await _host.Services.GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync(Cancellation);
        return await db.Set<GatewayRequest>().AsNoTracking().Where(row => row.TopUpId == null || row.Method == GatewayMethods.Payout)
            .OrderBy(row => row.StartedAt).ThenBy(row => row.Id).ToListAsync(Cancellation);
    }
}
