using System.Reflection;
using Kvell.Domain.Branches;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.Desk;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Persistence;

/// <summary>What either database says when somebody else was first, and what is done then.</summary>
public sealed class CommitConflictTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2601, true)]
    [InlineData(2627, true)]
    [InlineData(1205, true)]
    [InlineData(547, false)]
    [InlineData(-2, false)]
    public void SQL_Servers_numbers_are_understood_however_deep_they_are_wrapped(int number, bool isConflict)
    {
        var server = Server(number);
        Assert.Equal(isConflict, CommitConflict.Is(server));
        Assert.Equal(isConflict, CommitConflict.Is(new DbUpdateException("EF", server)));
        Assert.Equal(isConflict, CommitConflict.Is(new InvalidOperationException("likely a transient failure", new DbUpdateException("EF", server))));
    }

    [Fact]
    public async Task A_second_row_in_a_unique_index_is_understood_on_this_runs_database()
    {
        await SaveBlankAsync(9001);
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => SaveBlankAsync(9001));
        Assert.True(CommitConflict.Is(refused));
    }

    [Fact]
    public async Task A_broken_reference_is_no_conflict()
    {
        await using var db = rooms.Open();
        db.Add(KvellTerminal.Create(Guid.NewGuid(), 1, "", null, null, null, isTest: true, Guid.Empty, rooms.Now));
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));
        Assert.False(CommitConflict.Is(refused));
    }

    [Fact]
    public async Task The_victim_of_a_deadlock_decides_again_in_a_new_context()
    {
        var victim = new Victim();
        await using var process = rooms.StartProcess(services => services.AddSingleton<IInterceptor>(victim));
        var blank = await process.GetRequiredService<IDbContextFactory<KvellDbContext>>().DecideAsync(
            async db =>
            {
                var received = TicketBlank.Receive(rooms.First, "ГП", 9003);
                db.Add(received);
                await db.SaveChangesAsync(Stop);
                return received.Id;
            },
            Stop);
        Assert.Equal(2, victim.Commits);
        await using var after = rooms.Open();
        Assert.Equal([blank], await after.Set<TicketBlank>().Where(row => row.Ordinal == 9003).Select(row => row.Id).ToListAsync(Stop));
    }

    private async Task SaveBlankAsync(int ordinal)
    {
        await using var db = rooms.Open();
        db.Add(TicketBlank.Receive(rooms.First, "ГП", ordinal));
        await db.SaveChangesAsync(Stop);
    }

    /// <summary>The driver makes these only from what a server sent: there is no public way.</summary>
    private static SqlException Server(int number)
    {
        const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        var make = typeof(SqlError).GetConstructors(Hidden).MinBy(each => each.GetParameters().Length)!;
        var error = make.Invoke([.. make.GetParameters().Select(parameter => parameter.Name switch
        {
            "infoNumber" => number,
            _ when parameter.ParameterType == typeof(string) => "",
            _ when parameter.ParameterType.IsValueType => Activator.CreateInstance(parameter.ParameterType),
            _ => null,
        })]);
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        var create = typeof(SqlException).GetMethods(Hidden).Where(each => each.Name == "CreateException").MinBy(each => each.GetParameters().Length)!;
        return (SqlException)create.Invoke(null, [.. create.GetParameters().Select(parameter => parameter.ParameterType == typeof(SqlErrorCollection) ? errors : (object?)"")])!;
    }

    /// <summary>Rolled back once, as EF says it on SQL Server.</summary>
    private sealed class Victim : SaveChangesInterceptor
    {
        public int Commits { get; private set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            Commits++ == 0
                ? throw new InvalidOperationException("likely a transient failure", new DbUpdateException("EF", Server(1205)))
                : ValueTask.FromResult(result);
    }
}
