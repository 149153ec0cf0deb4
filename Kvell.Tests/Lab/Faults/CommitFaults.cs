using System.Data.Common;
using Kvell.Tests.Lab.Time;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kvell.Tests.Lab.Faults;

/// <summary>
/// Around each commit: time goes by, so that others commit first; it may fail, or get in and lose its answer; the server may
/// die before or after it.
/// </summary>
internal sealed class CommitFaults(Misfortune misfortune, VirtualClock clock) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await CommitStage.BeforeAsync(misfortune, clock);
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await CommitStage.AfterAsync(misfortune);
        return result;
    }
}

/// <summary>The same around the updates that a claim makes without loading the row.</summary>
internal sealed class UpdateFaults(Misfortune misfortune, VirtualClock clock) : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource == CommandSource.ExecuteUpdate)
            await CommitStage.BeforeAsync(misfortune, clock);
        return result;
    }

    public override async ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource == CommandSource.ExecuteUpdate)
            await CommitStage.AfterAsync(misfortune);
        return result;
    }
}

internal static class CommitStage
{
    private const int DiskError = 10;
    private const string Mark = "The lab ";

    public static bool IsOfTheLab(Exception failure) =>
        failure is SqliteException { SqliteErrorCode: DiskError } && failure.Message.StartsWith(Mark, StringComparison.Ordinal);

    public static async Task BeforeAsync(Misfortune misfortune, VirtualClock clock)
    {
        if (Flow.Current is null)
            return;
        await clock.DelayAsync(misfortune.Between(0.001, 0.05));
        await misfortune.CrashOrGoOnAsync();
        if (misfortune.CommitFails())
            throw new SqliteException(Mark + "let this commit fail.", DiskError);
    }

    public static async Task AfterAsync(Misfortune misfortune)
    {
        await misfortune.CrashOrGoOnAsync();
        if (misfortune.CommitAnswerIsLost())
            throw new SqliteException(Mark + "lost this commit's answer.", DiskError);
    }
}
