using Kvell.Domain.Gateway;
using Kvell.Tests.Desk;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Tests.Lists;

/// <summary>More rows than the Domain's factories would make in a test's time: one is made by them, the database multiplies it.</summary>
internal static class MassOfRows
{
    public static async Task LogAsync(Rooms rooms, int count, CancellationToken cancellationToken)
    {
        await using var db = rooms.Open();
        db.Add(GatewayRequest.Import(
            rooms.First, rooms.Now, succeeded: true, GatewayMethods.Payout, "Пополнение карты клиента ЛВЕС-000006 от 20.10.2022 10:12:55", "COMPLETED"));
        await db.SaveChangesAsync(cancellationToken);
        var columns = string.Join(", ", db.Model.FindEntityType(typeof(GatewayRequest))!.GetProperties().Select(property => property.GetColumnName())
            .Where(name => name is not ("Id" or "StartedAt")).Select(name => $"\"{name}\""));
        await using var connection = new SqliteConnection(db.Database.GetConnectionString());
        await connection.OpenAsync(cancellationToken);
        await using var multiply = connection.CreateCommand();
        multiply.CommandText =
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)
            INSERT INTO "GatewayRequests" ("Id", "StartedAt", {columns})
            SELECT upper(printf('%08x-0000-7000-8000-000000000000', i)), datetime('2022-10-20 00:00:00', i || ' seconds'), {columns}
            FROM n, (SELECT * FROM "GatewayRequests" LIMIT 1)
            """;
        multiply.Parameters.AddWithValue("$count", count);
        await multiply.ExecuteNonQueryAsync(cancellationToken);
    }
}
