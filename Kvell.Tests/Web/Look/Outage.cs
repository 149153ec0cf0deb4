using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kvell.Tests.Web.Look;

/// <summary>A database that refuses queries holding a text, for as long as one is set.</summary>
internal sealed class Outage : DbCommandInterceptor
{
    private volatile string? _marker;

    public IDisposable Of(string marker)
    {
        _marker = marker;
        return new End(this);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        _marker is { } marker && command.CommandText.Contains(marker, StringComparison.Ordinal)
            ? throw new IOException("The database does not answer.")
            : ValueTask.FromResult(result);

    private sealed class End(Outage outage) : IDisposable
    {
        public void Dispose() => outage._marker = null;
    }
}
