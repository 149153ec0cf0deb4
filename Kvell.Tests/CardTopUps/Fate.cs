using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kvell.Tests.CardTopUps;

internal enum Blow
{
    /// <summary>The process ends there: nothing that it does after comes to pass.</summary>
    Death,

    /// <summary>Something throws there, once.</summary>
    Fault,
}

/// <summary>What strikes a process when fate says so.</summary>
internal sealed class StruckException(string where) : Exception($"Struck {where}.");

/// <summary>
/// Strikes a process at one of its steps: each claim, each commit and each call has a moment before it and one after it, when it
/// has come to pass and its answer is lost. (To die while reading is to die right after the step before.)
/// </summary>
/// <param name="at">Which moment, from 1; 0 for never.</param>
internal sealed class Fate(int at = 0, Blow blow = Blow.Death) : IDbCommandInterceptor, ISaveChangesInterceptor
{
    private int _moments;

    private bool _isDead;

    public bool HasStruck { get; private set; }

    /// <summary>For the message of a failing test.</summary>
    public string Where { get; private set; } = "nowhere";

    public void Pass(string where)
    {
        Live();
        if (++_moments != at)
            return;
        (HasStruck, Where, _isDead) = (true, where, blow == Blow.Death);
        throw new StruckException(where);
    }

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Passed("before a commit", result);

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        Passed("after a commit", result);

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        IsUpdate(eventData) ? Passed("before an update", result) : ValueTask.FromResult(result);

    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        IsUpdate(eventData) ? Passed("after an update", result) : ValueTask.FromResult(result);

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Live();
        return ValueTask.FromResult(result);
    }

    private static bool IsUpdate(CommandEventData eventData) => eventData.CommandSource == CommandSource.ExecuteUpdate;

    private ValueTask<T> Passed<T>(string where, T result)
    {
        Pass(where);
        return ValueTask.FromResult(result);
    }

    private void Live()
    {
        if (_isDead)
            throw new StruckException("dead");
    }
}
