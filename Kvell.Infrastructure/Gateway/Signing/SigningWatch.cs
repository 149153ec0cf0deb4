using Kvell.Infrastructure.Live;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Gateway.Signing;

/// <summary>Every server tries its signing when it starts and whenever the settings change, and writes down what it found.</summary>
public sealed partial class SigningWatch(
    IDbContextFactory<KvellDbContext> contexts, SigningCheck check, SigningHealth health, ChangeFeed feed, ILogger<SigningWatch> log) : BackgroundService
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(30);

    private readonly SemaphoreSlim _asked = new(1);

    public override void Dispose()
    {
        _asked.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            OpenSslKeyFile.SweepAbandoned();
            using var subscription = await feed.SubscribeAsync([ChangeKind.Settings], _ => Task.FromResult(_asked.Release()), stoppingToken);
            while (true)
            {
                await _asked.WaitAsync(stoppingToken);
                await CheckAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure)
        {
            // Readiness tries the signing before each payout all the same: a server must not stop for want of this note.
            LogUnable(failure);
        }
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        SigningReport report;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            report = await check.RunAsync(await KvellReadinessCheck.SigningAsync(db, cancellationToken), cancellationToken);
        health.Note(report);
        if (!report.IsGood)
            LogCannotSign(report.Server, report.Sentence);
        await contexts.DecideAsync(
            async db =>
            {
                var row = await db.Set<ServerCheck>().SingleOrDefaultAsync(found => found.Server == report.Server, cancellationToken);
                if (row is null)
                    db.Add(row = ServerCheck.Of(report.Server));
                row.Note(report.Kind, report.IsGood, report.Version is null ? report.Sentence : $"{report.Version}: {report.Sentence}", report.At);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        var forgotten = report.At - Forgotten;
        await using var old = await contexts.CreateDbContextAsync(cancellationToken);
        await old.Set<ServerCheck>().Where(row => row.CheckedAt < forgotten).ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Server {Server} can't sign payouts: {Why}")]
    private partial void LogCannotSign(string server, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This server's signing could not be checked")]
    private partial void LogUnable(Exception failure);
}
