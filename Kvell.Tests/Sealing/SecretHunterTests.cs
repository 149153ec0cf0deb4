using System.Security.Cryptography;
using System.Text;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Kvell.Tests.Sealing;

/// <summary>The search finds what is planted, in every place and shape: else a search without hits would mean nothing.</summary>
public sealed class SecretHunterTests : IDisposable
{
    private const string Card = "2200000000000046";
    private const string Secret = "sK_~ключ/9f8e+7d6c";

    private static readonly RSA Key = RSA.Create(2048);

    private readonly SecretHunter _hunter = new(
        Forbidden.Card(Card), Forbidden.Secret("terminal secret", Secret), Forbidden.PrivateKey("private key", Key.ExportPkcs8PrivateKeyPem()));

    private readonly string _folder = Directory.CreateTempSubdirectory("kvell-secrets-").FullName;

    public static TheoryData<string> CardShapes =>
    [
        Card, "2200 0000 0000 0046", "2200-0000-0000-0046", "2200\u00A00000\u00A00000\u00A00046", "220000 0000000046", "2200%200000%200000%200046",
        "<b>2200</b> <b>0000</b>\n<b>0000</b> <b>0046</b>", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"recipient_pan\":\"{Card}\"}}")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"x{Card}")), Convert.ToBase64String(Encoding.Unicode.GetBytes($"xy{Card}")),
        Convert.ToHexString(Encoding.UTF8.GetBytes(Card)),
    ];

    public static TheoryData<string> SecretShapes =>
    [
        Secret, Uri.EscapeDataString(Secret), System.Text.Json.JsonSerializer.Serialize(Secret), Convert.ToBase64String(Encoding.UTF8.GetBytes("ab" + Secret)),
    ];

    [Theory]
    [MemberData(nameof(CardShapes))]
    public void A_card_is_found_in_every_shape(string planted)
    {
        Assert.Equal(["page: card ending 0046"], _hunter.InText("page", $"до {planted} после").Distinct());
        Assert.Equal(["page: card ending 0046"], _hunter.InBytes("page", Encoding.Unicode.GetBytes($"до {planted} после")).Distinct());
    }

    [Theory]
    [MemberData(nameof(SecretShapes))]
    public void A_secret_is_found_in_every_shape(string planted) =>
        Assert.Equal(["log: terminal secret"], _hunter.InText("log", $"до {planted} после").Distinct());

    [Fact]
    public void A_key_is_found_by_a_line_of_its_PEM_and_by_its_bytes()
    {
        var line = Key.ExportPkcs8PrivateKeyPem().Split('\n')[5];
        Assert.Equal(["log: private key"], _hunter.InText("log", line).Distinct());
        Assert.Equal(["log: private key"], _hunter.InText("log", Key.ExportRSAPrivateKeyPem().Split('\n')[5] + Convert.ToBase64String(Key.ExportRSAPrivateKey())).Distinct());
        Assert.Equal(["file: private key"], _hunter.InBytes("file", Key.ExportPkcs8PrivateKey()).Distinct());
    }

    [Theory]
    [InlineData("220000******0046")]
    [InlineData("2200000000000045 2200000000000004")]
    [InlineData("2200 0000 0000 и 0046")]
    public void A_mask_and_another_number_are_no_hits(string text) => Assert.Empty(_hunter.InText("page", text));

    [Fact]
    public async Task A_number_in_a_database_is_found_in_the_file_and_in_its_log()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "kvell.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync(connection, "PRAGMA journal_mode=WAL; CREATE TABLE Notes(Text TEXT, Bytes BLOB);");
        Assert.Empty(_hunter.InFolder(_folder));

        await RunAsync(connection, $"INSERT INTO Notes VALUES('{Card}', NULL);");
        Assert.Equal(["kvell.db-wal: card ending 0046"], _hunter.InFolder(_folder).Distinct());

        await RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
        Assert.Equal(["kvell.db: card ending 0046"], _hunter.InFolder(_folder).Distinct());
    }

    [Fact]
    public async Task A_number_in_a_log_that_is_still_written_is_found()
    {
        await using var log = new StreamWriter(Path.Combine(_folder, "kvell-20221020.log"));
        await log.WriteAsync($"Выплата на {Card}");
        await log.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["kvell-20221020.log: card ending 0046"], _hunter.InFolder(_folder).Distinct());
    }

    [Fact]
    public void A_number_in_a_job_of_Hangfire_is_found()
    {
        using var storage = new InMemoryStorage();
        var jobs = new BackgroundJobClient(storage);
        jobs.Schedule(() => Console.WriteLine("220000******0046"), TimeSpan.FromDays(1));
        Assert.Empty(_hunter.InObject("Hangfire", storage));

        jobs.Schedule(() => Console.WriteLine(Card), TimeSpan.FromDays(1));
        Assert.Equal(["Hangfire: card ending 0046"], _hunter.InObject("Hangfire", storage).Distinct());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
