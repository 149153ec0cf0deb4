using System.Net;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.RequestLog;
using Kvell.Tests.Hosting;
using Kvell.Tests.Lists;
using Kvell.Tests.Persistence;
using Xunit;

namespace Kvell.Tests.RequestLog;

public sealed class ExportTests(KvellHost host) : IClassFixture<KvellHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/request-log/export", "receiver", HttpStatusCode.Forbidden)]
    [InlineData("/request-log/export", "fullrights", HttpStatusCode.OK)]
    [InlineData("/request-log/export", "admin", HttpStatusCode.OK)]
    [InlineData("/top-ups/export", "receiver", HttpStatusCode.OK)]
    [InlineData("/pledges/export", "receiver", HttpStatusCode.OK)]
    [InlineData("/pledges/export", "admin", HttpStatusCode.OK)]
    public async Task A_list_is_exported_to_whom_its_page_opens(string address, string user, HttpStatusCode expected)
    {
        using var visitor = await host.SignInAsync(user, Stop);
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal(expected, answer.StatusCode);
        if (expected != HttpStatusCode.OK)
            return;
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.NotEmpty(await Sheet.ReadAsync(file));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition?.FileNameStar ?? answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_gets_no_export()
    {
        using var visitor = host.CreateVisitor();
        using var answer = await visitor.GetAsync(new Uri("/request-log/export", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task The_filter_and_the_order_of_the_address_are_the_workbooks()
    {
        using var visitor = await host.SignInAsync("fullrights", Stop);
        using var file = new MemoryStream(await visitor.GetByteArrayAsync(new Uri("/request-log/export?q=20098&sort=date", UriKind.Relative), Stop));
        var rows = await Sheet.ReadAsync(file);
        Assert.Equal(["Дата время запроса", "Успешно выполнено", "Имя метода"], rows[0].Take(3));
        Assert.Equal(3, rows.Count);
        Assert.All(rows.Skip(1), row => Assert.Equal("№1: code: 20098, message: card number is ...", row[4]));
        Assert.Equal(rows.Skip(1).OrderBy(row => row[0], StringComparer.Ordinal), rows.Skip(1));
    }

    /// <summary>Takes more than five seconds: a hundred thousand rows are made first.</summary>
    [Fact]
    public async Task A_hundred_thousand_rows_go_through_without_being_held()
    {
        const int Count = 100_000;
        var rooms = new Desk.Rooms(TestDatabase.Sqlite);
        await using var _ = rooms;
        await rooms.InitializeAsync();
        await MassOfRows.LogAsync(rooms, Count, Stop);
        var export = rooms.Get<ExportRequests>();
        await export.ExecuteAsync(rooms.FullRights, new() { Search = "20098" }, Stream.Null, Stop);

        await using var sink = new Sink();
        await export.ExecuteAsync(rooms.FullRights, new() { Method = GatewayMethods.Payout }, sink, Stop);
        Assert.True(sink.Bytes > Count * 5, $"{sink.Bytes} bytes for {Count} rows");
        Assert.True(sink.MostHeld < 16_000_000, $"{sink.MostHeld} bytes of heap were held at most");
        Assert.True(sink.Writes > 100, $"Written in {sink.Writes} pieces");
    }

    [Fact]
    public async Task The_journals_are_exported_as_they_are_listed()
    {
        var rooms = new Desk.Rooms(TestDatabase.Sqlite);
        await using var _ = rooms;
        await rooms.InitializeAsync();
        await rooms.CrowdAsync(1200);
        using var topUps = new MemoryStream();
        await rooms.Get<ExportTopUps>().ExecuteAsync(rooms.Receiver, new() { Search = "цой" }, topUps, Stop);
        Assert.Equal(["ЛВЕС-002000", "ЛВЕС-001500"], (await Sheet.ReadAsync(topUps)).Skip(1).Select(row => row[1]));

        using var pledges = new MemoryStream();
        await rooms.Get<ExportPledges>().ExecuteAsync(rooms.Receiver, new(), pledges, Stop);
        var rows = await Sheet.ReadAsync(pledges);
        Assert.Equal(801, rows.Count);
        Assert.All(rows.Skip(1), row => Assert.Equal("Ломбард №1", row[9]));
    }
}
