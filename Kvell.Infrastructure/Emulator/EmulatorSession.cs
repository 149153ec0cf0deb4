using Microsoft.Data.Sqlite;

namespace Kvell.Infrastructure.Emulator;

/// <summary>The emulator's statements within one transaction. Times are UTC ticks.</summary>
internal sealed class EmulatorSession(SqliteConnection connection, SqliteTransaction transaction)
{
    private const string OrderColumns =
        """ApiKey, "Transaction", Id, Amount, Commission, Card, Description, CreatedAt, CASE WHEN SettlesAt <= $now THEN SettledStatus ELSE Status END""";

    /// <returns>False when the number has been used already.</returns>
    public bool AddOrder(EmulatorOrder order, string? settledStatus, DateTime? settlesAt) => Execute(
        """
        INSERT INTO Orders (ApiKey, "Transaction", Id, Amount, Commission, Card, Description, CreatedAt, Status, SettledStatus, SettlesAt)
        VALUES ($apiKey, $number, $id, $amount, $commission, $card, $description, $at, $status, $settled, $settlesAt) ON CONFLICT DO NOTHING
        """,
        ("$apiKey", order.ApiKey), ("$number", order.Transaction), ("$id", order.Id), ("$amount", order.Amount), ("$commission", order.Commission),
        ("$card", order.Card), ("$description", order.Description), ("$at", order.CreatedAt.Ticks), ("$status", order.Status),
        ("$settled", settledStatus), ("$settlesAt", settlesAt?.Ticks)) == 1;

    public EmulatorOrder? FindOrder(string apiKey, string number, DateTime now) => Query(
        $"""SELECT {OrderColumns} FROM Orders WHERE ApiKey = $apiKey AND "Transaction" = $number""",
        Order,
        ("$apiKey", apiKey), ("$number", number), ("$now", now.Ticks)).SingleOrDefault();

    public IReadOnlyList<EmulatorOrder> Orders(DateTime now) =>
        Query($"SELECT {OrderColumns} FROM Orders ORDER BY CreatedAt, rowid", Order, ("$now", now.Ticks));

    public void Complete(string apiKey, string number) => Execute(
        """UPDATE Orders SET Status = $status WHERE ApiKey = $apiKey AND "Transaction" = $number""",
        ("$status", OrderStatus.Completed), ("$apiKey", apiKey), ("$number", number));

    /// <returns>True the first time.</returns>
    public bool AddDrop(string apiKey, string number) => Execute(
        """INSERT INTO Drops (ApiKey, "Transaction") VALUES ($apiKey, $number) ON CONFLICT DO NOTHING""",
        ("$apiKey", apiKey), ("$number", number)) == 1;

    /// <returns>The call's sequence.</returns>
    public long AddCall(EmulatorCall call)
    {
        Execute(
            """
            INSERT INTO Calls (At, Method, Path, "Transaction", ApiKey, Card, Amount, SignatureValid, Status, Dropped)
            VALUES ($at, $method, $path, $number, $apiKey, $card, $amount, $valid, $status, $dropped)
            """,
            ("$at", call.At.Ticks), ("$method", call.Method), ("$path", call.Path), ("$number", call.Transaction), ("$apiKey", call.ApiKey),
            ("$card", call.Card), ("$amount", call.Amount), ("$valid", call.SignatureValid), ("$status", call.Status), ("$dropped", call.Dropped));
        return Query("SELECT last_insert_rowid()", row => row.GetInt64(0)).Single();
    }

    public void EndCall(long sequence, int? status) => Execute(
        "UPDATE Calls SET Status = $status, Dropped = $dropped WHERE Sequence = $sequence",
        ("$status", status), ("$dropped", status is null), ("$sequence", sequence));

    public IReadOnlyList<EmulatorCall> Calls() => Query(
        """SELECT Sequence, At, Method, Path, "Transaction", ApiKey, Card, Amount, SignatureValid, Status, Dropped FROM Calls ORDER BY Sequence""",
        row => new EmulatorCall(
            row.GetInt64(0), Utc(row.GetInt64(1)), row.GetString(2), row.GetString(3), row[4] as string, row[5] as string, row[6] as string,
            row[7] as long?, row.GetBoolean(8), (int?)(row[9] as long?), row.GetBoolean(10)));

    private static EmulatorOrder Order(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.GetString(5), row.GetString(6), Utc(row.GetInt64(7)), row.GetString(8));

    private static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);

    private int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read())
            found.Add(read(rows));
        return found;
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
