using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kvell.Tests.Persistence;

/// <summary>Catches every command and answers with nothing.</summary>
internal sealed class CaughtCommands : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, bool> _texts = new();

    public IReadOnlyCollection<string> Texts => [.. _texts.Keys];

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        _texts.TryAdd(command.CommandText, true);
        using var nothing = new DataTable();
        return InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader());
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        _texts.TryAdd(command.CommandText, true);
        return InterceptionResult<int>.SuppressWithResult(0);
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        _texts.TryAdd(command.CommandText, true);
        return InterceptionResult<object>.SuppressWithResult(0);
    }
}

/// <summary>A connection that is never made.</summary>
internal sealed class NeverOpened : DbConnectionInterceptor
{
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();
}
