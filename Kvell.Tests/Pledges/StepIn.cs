using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kvell.Tests.Pledges;

/// <summary>Lets another press come in between two queries of one: just before the one that reads what is named, once.</summary>
public sealed class StepIn : DbCommandInterceptor
{
    private string _marker = "";
    private Func<Task>? _other;

    /// <summary>Whether the other press came in.</summary>
    public bool HasHappened { get; private set; }

    public void Before(string marker, Func<Task> other) => (_marker, _other, HasHappened) = (marker, other, false);

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (_other is { } other && command.CommandText.Contains(_marker, StringComparison.Ordinal))
        {
            (_other, HasHappened) = (null, true);
            await other();
        }

        return result;
    }
}
