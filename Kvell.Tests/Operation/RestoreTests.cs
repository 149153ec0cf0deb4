using System.Globalization;
using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Jobs;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Kvell.Tests.Operation;

/// <summary>The database is lost and its copy put back, as the README says; what KVELL did since isn't undone by that.</summary>
public sealed class RestoreTests : IDisposable
{
    private const string WithTheBank = "2200000000000012";
    private const string Silent = "2200000000000046";

    private readonly string _folder = Directory.CreateTempSubdirectory("kvell-restore-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Takes more than five seconds: two hosts and a process start, and a bank is waited for.</summary>
    [Fact]
    public async Task A_restored_copy_finds_out_what_was_undecided_and_pays_nothing_twice()
    {
        var copy = Path.Combine(_folder, "copies", "kvell.db");
        Guid processing, unknown, paidSince;
        await using (var host = Open(WithoutJobs))
        {
            using var desk = await PayoutDesk.OpenAsync(host);
            (processing, unknown, paidSince) = (await desk.PostedAsync("1000"), await desk.PostedAsync("2000"), await desk.PostedAsync("3000"));
            await PressAsync(desk, unknown, Silent, TopUpState.Unknown);
            await PressAsync(desk, processing, WithTheBank, TopUpState.Processing);
            await BackUpAsync(copy);
            await PressAsync(desk, paidSince, PayoutDesk.GoodCard, TopUpState.Completed);
        }

        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(_folder, "kvell.db*"))
            File.Delete(file);
        File.Copy(copy, Path.Combine(_folder, "kvell.db"));

        // Two minutes later: what was undecided is due at once, not only at the next minute's sweep.
        await using (var host = Open(ahead: TimeSpan.FromMinutes(2)))
        {
            using var desk = await PayoutDesk.OpenAsync(host);
            await desk.SettledAsync(unknown);
            await desk.SettledAsync(processing);
            Assert.Empty(await desk.TopUpsAsync(paidSince));

            // The receiver sees an unpaid loan, and pays it: to a card that isn't even the one it went to.
            Assert.Null(await desk.PayAsync(await desk.OfferAsync(paidSince), "4111111111111111"));
            await desk.SettledAsync(paidSince);
            foreach (var draft in new[] { unknown, processing, paidSince })
                Assert.Equal(TopUpState.Completed, Assert.Single(await desk.TopUpsAsync(draft)).State);
            var paid = (await desk.Emulator.OrdersAsync()).Where(order => order.Status == "completed").Select(order => order.Amount);
            Assert.Equal([100_000, 200_000, 300_000], paid.Order());
        }
    }

    [Fact]
    public async Task A_copy_is_never_written_over_another()
    {
        File.Copy(SeededDatabase.File, Path.Combine(_folder, "kvell.db"));
        var copy = Path.Combine(_folder, "copy.db");
        await BackUpAsync(copy);
        var before = await File.ReadAllBytesAsync(copy, Cancellation);
        using var again = KvellProcess.Start(_folder, command: $"backup {copy}");
        Assert.Equal(1, await again.ExitAsync(Cancellation));
        Assert.Contains("уже есть", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(copy, Cancellation));
    }

    private KvellHost Open(Action<IServiceCollection>? services = null, TimeSpan ahead = default) => new(new KvellHostOptions
    {
        Folder = _folder,
        Settings = new Dictionary<string, string>
        {
            ["Kvell:NotFoundGrace"] = "00:00:01",
            ["Emulator:Speed"] = "1000",
            [DemoOptions.NowKey] = (TimeProvider.System.GetUtcNow() + ahead).ToString("O", CultureInfo.InvariantCulture),
        },
        Services = services,
    });

    /// <summary>Nothing is found out before the copy is made: no wake-up, no sweep.</summary>
    private static void WithoutJobs(IServiceCollection services) => services
        .RemoveAll<IJobSchedule>()
        .Replace(ServiceDescriptor.Singleton<ITopUpTimer, NoTimer>());

    private async Task BackUpAsync(string file)
    {
        using var backup = KvellProcess.Start(_folder, command: $"backup {file}");
        Assert.True(await backup.ExitAsync(Cancellation) == 0, backup.Output);
    }

    private static async Task PressAsync(PayoutDesk desk, Guid draft, string card, TopUpState until)
    {
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), card));
        await desk.UntilAsync(draft, topUps => topUps is [var topUp] && topUp.State == until);
    }
}
