using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Gateway;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.Desk;
using Kvell.Tests.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>
/// Two branches with so many documents each made from one by the database itself, in one transaction: a document a minute, two clients in
/// a hundred with the searched family name, one in a thousand declined, the last twenty undecided.
/// </summary>
internal static class ManyRows
{
    private const string Names = "printf('%s %d', CASE WHEN i % 50 = 7 THEN 'СОЛОВЬЕВ' ELSE substr('АБВГДЕЖЗИКЛМНОП', i % 15 + 1, 1) || 'ЕТРОВ' END, i % 977)";

    private static readonly string At = "datetime('2015-01-01 00:00:00', i || ' minutes')";

    public static async Task<Rooms> TopUpsAsync(int count)
    {
        var rooms = new Rooms(TestDatabase.Sqlite);
        await rooms.InitializeAsync();
        await rooms.TopUpAsync(TopUpState.Completed);
        await using var db = rooms.Open();
        await FillAsync(db, typeof(PledgeOperation), count, new()
        {
            ["Id"] = Key(1),
            ["TicketId"] = Key(2),
            ["Number"] = "printf('ЛВЕС-%06d', i + 1)",
            ["PostedAt"] = At,
            ["SearchName"] = Names,
        });
        await FillAsync(db, typeof(CardTopUp), count, new()
        {
            ["Id"] = Key(3),
            ["OperationId"] = Key(1),
            ["Number"] = "printf('ЛВЕС-%06d', i + 1)",
            ["CreatedAt"] = At,
            ["Amount"] = "100000 + i * 7919 % 4000000",
            ["SearchName"] = Names,
            ["CardMask"] = "printf('2200%02d******%04d', i % 40, i % 9973)",
            ["CardEnd"] = "printf('%04d', i % 9973)",
            ["State"] = $"CASE WHEN i > {count - 20} THEN 4 WHEN i % 1000 = 5 THEN 6 ELSE 7 END",
        });
        return rooms;
    }

    public static async Task<Rooms> LogAsync(int count)
    {
        var rooms = new Rooms(TestDatabase.Sqlite);
        await rooms.InitializeAsync();
        await using var db = rooms.Open();
        db.Add(GatewayRequest.Import(rooms.First, rooms.Now, succeeded: true, GatewayMethods.Payout, "Пополнение карты клиента", "COMPLETED"));
        await db.SaveChangesAsync();
        await FillAsync(db, typeof(GatewayRequest), count, new()
        {
            ["Id"] = Key(1),
            ["StartedAt"] = At,
            ["Method"] = $"CASE i % 3 WHEN 0 THEN '{GatewayMethods.Payout}' ELSE '{GatewayMethods.Status}' END",
            ["Succeeded"] = "i % 20 <> 3",
            ["SearchDocument"] = "printf('ЛВЕС-%06d', i / 3)",
            ["ErrorCode"] = "CASE WHEN i % 20 <> 3 THEN '' WHEN i % 40 = 3 THEN '20019' ELSE '20009' END",
            ["SearchError"] = "CASE WHEN i % 20 <> 3 THEN 'COMPLETED' WHEN i % 40 = 3 THEN 'ПРЕВЫШЕН ЛИМИТ' ELSE 'ЗАКАЗ НЕ НАЙДЕН' END",
        });
        return rooms;
    }

    private static string Key(int kind) => $"printf('%08X-{kind:D4}-7000-8000-000000000000', i)";

    /// <summary>Each row is the one that is there already, but for some columns.</summary>
    private static async Task FillAsync(KvellDbContext db, Type type, int count, Dictionary<string, string> changed)
    {
        var table = db.Model.FindEntityType(type)!.GetTableName()!;
        var names = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync();
        var values = names.Select(name => changed.GetValueOrDefault(name) ?? $"\"{name}\"");
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { ForeignKeys = false }.ToString());
        await connection.OpenAsync();
        await using var fill = connection.CreateCommand();
        fill.CommandTimeout = 600;
        fill.CommandText =
            $"""
            PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;
            BEGIN;
            CREATE TEMP TABLE one AS SELECT * FROM "{table}" LIMIT 1;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
            INSERT INTO "{table}" ({string.Join(", ", names.Select(name => $"\"{name}\""))})
            SELECT {string.Join(", ", values)} FROM n, one;
            DROP TABLE one;
            COMMIT;
            """;
        await fill.ExecuteNonQueryAsync();
    }
}
