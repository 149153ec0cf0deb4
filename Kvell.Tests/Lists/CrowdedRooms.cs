using System.Collections.Concurrent;
using System.Data.Common;
using Kvell.Tests.Desk;
using Kvell.Tests.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Lists;

/// <summary>Enough documents that some searches find few and some find much; and what the database is asked meanwhile.</summary>
public class CrowdedRooms : IAsyncLifetime
{
    public const int Count = 3000;

    private readonly Heard _heard = new();

    public CrowdedRooms()
        : this(new Rooms())
    {
    }

    private protected CrowdedRooms(Rooms rooms) => Rooms = rooms;

    public Rooms Rooms { get; }

    public ServiceProvider Services { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Rooms.InitializeAsync();
        await Rooms.CrowdAsync(Count);
        Services = Rooms.StartProcess(services => services.AddSingleton<IInterceptor>(_heard));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Rooms.DisposeAsync();
    }

    /// <summary>How the database says it would carry out every command that was heard: a line for each step, with its command.</summary>
    public async Task<IReadOnlyList<(string Step, string Command)>> PlansAsync(CancellationToken cancellationToken)
    {
        await using var db = Rooms.Open();
        var connection = (SqliteConnection)Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database);
        await connection.OpenAsync(cancellationToken);
        var steps = new List<(string, string)>();
        foreach (var (text, parameters) in _heard.Commands)
        {
            await using var explain = connection.CreateCommand();
            explain.CommandText = $"EXPLAIN QUERY PLAN {text}";
            foreach (var (name, value) in parameters)
                explain.Parameters.AddWithValue(name, value);
            await using var reader = await explain.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                steps.Add((reader.GetString(3), text));
        }

        return steps;
    }

    private sealed class Heard : DbCommandInterceptor
    {
        public ConcurrentDictionary<string, IReadOnlyList<(string Name, object Value)>> Commands { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands.TryAdd(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value!))]);
            return ValueTask.FromResult(result);
        }
    }
}

/// <summary>On SQLite whatever the run's database is: it is SQLite's plans that are looked at.</summary>
public sealed class CrowdedFile : CrowdedRooms
{
    public CrowdedFile()
        : base(new Rooms(TestDatabase.Sqlite))
    {
    }
}
