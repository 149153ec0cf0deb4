using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Xunit;

namespace Kvell.Tests.Emulator;

/// <summary>Restarts, «Нет связи», several servers, and where the emulator is at all.</summary>
public sealed class EmulatorLifeTests
{
    private const string Fine = "2200000000000004";

    [Fact]
    public async Task A_restart_forgets_nothing()
    {
        var before = await EmulatorApp.StartAsync();
        await before.PayAsync(Fine, "paid");
        await before.PayAsync("2200000000000012", "settling");
        await before.PayAsync("2200000000000038", "waiting");
        await before.PayAsync("2200000000000053", "dropped");
        var (ledger, calls) = (await before.LedgerAsync(), await before.CallsAsync());
        await before.StopAsync();

        await using var app = await EmulatorApp.StartAsync(before.Folder);

        Assert.Equal(ledger, await app.LedgerAsync());
        Assert.Equal(calls, await app.CallsAsync());
        Assert.Equal(20007, (await app.PayAsync(Fine, "paid")).Errors.Single().Code);
        app.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("completed", (await app.CheckAsync("settling")).Order?.Status);
        Assert.Equal("completed", (await app.Gateway.ConfirmAsync(app.Terminal, "waiting", "123456", () => true)).Order?.Status);
        Assert.Equal("completed", (await app.PayAsync("2200000000000053", "dropped")).Order?.Status);
    }

    [Fact]
    public async Task Offline_refuses_connections_and_online_answers_at_the_same_port()
    {
        await using var app = await EmulatorApp.StartAsync();
        await app.PayAsync(Fine, "before");
        var url = app.Control.Url;

        await app.Control.SetOfflineAsync(true, TestContext.Current.CancellationToken);
        var refused = await app.PayAsync(Fine, "while");

        Assert.True(app.Control.IsOffline);
        Assert.False(refused.BytesLeft);
        Assert.EndsWith("(ConnectionRefused)", refused.Failure);

        await app.Control.SetOfflineAsync(false, TestContext.Current.CancellationToken);
        Assert.False(app.Control.IsOffline);
        Assert.Equal("completed", (await app.PayAsync(Fine, "while")).Order?.Status);
        Assert.Equal(url, app.Control.Url);
        Assert.Equal(["before", "while"], (await app.CallsAsync()).Select(call => call.Transaction));
    }

    /// <summary>Time stands still, so a call that isn't cut would wait for ever: real seconds end it.</summary>
    [Fact(Timeout = 20_000)]
    public async Task Going_offline_cuts_what_is_in_flight()
    {
        await using var app = await EmulatorApp.StartAsync();
        var sending = app.PayAsync("2200000000000087", "late");
        while ((await app.CallsAsync()).Count == 0)
            await Task.Yield();

        await app.Control.SetOfflineAsync(true, TestContext.Current.CancellationToken);

        var answer = await sending.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.BytesLeft);
        Assert.NotNull(answer.Failure);
        Assert.Equal("processing", Assert.Single(await app.LedgerAsync()).Status);
        Assert.Null(Assert.Single(await app.CallsAsync()).Status);
    }

    [Fact]
    public async Task Two_servers_with_one_file_are_one_gateway()
    {
        await using var one = await EmulatorApp.StartAsync();
        await using var two = await EmulatorApp.StartAsync(one.Folder);

        var statuses = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            var answer = await (i % 2 == 0 ? one : two).PayAsync(Fine, $"number-{i / 4}");
            return answer.Order?.Status ?? $"{answer.Errors.Single().Code}";
        })));

        Assert.Equal(10, statuses.Count(status => status == "completed"));
        Assert.Equal(30, statuses.Count(status => status == "20007"));
        Assert.Equal(10, (await one.LedgerAsync()).Count);
        Assert.Equal("completed", (await two.CheckAsync("number-0")).Order?.Status);
    }

    [Fact]
    public async Task Alone_it_answers_at_the_applications_own_address()
    {
        await using var alone = await EmulatorApp.StartAsync(("Emulator:Only", "true"));
        await using var app = await EmulatorApp.StartAsync(alone.Folder, ("Kvell:TestUrl", alone.MainUrl.AbsoluteUri));

        Assert.Null(alone.Control.Url);
        Assert.Equal("completed", (await app.PayAsync(Fine, "one")).Order?.Status);
        Assert.Equal("completed", (await app.CheckAsync("one")).Order?.Status);
        Assert.Equal("one", Assert.Single(await alone.LedgerAsync()).Transaction);
    }

    [Fact]
    public async Task Alone_and_offline_it_drops_every_connection()
    {
        await using var alone = await EmulatorApp.StartAsync(("Emulator:Only", "true"));
        await using var app = await EmulatorApp.StartAsync(alone.Folder, ("Kvell:TestUrl", alone.MainUrl.AbsoluteUri));
        await alone.Control.SetOfflineAsync(true, TestContext.Current.CancellationToken);

        Assert.NotNull((await app.PayAsync(Fine, "one")).Failure);
        Assert.Empty(await alone.CallsAsync());
    }

    [Fact]
    public async Task Alone_it_calls_no_gateway_itself()
    {
        await using var alone = await EmulatorApp.StartAsync(("Emulator:Only", "true"));
        var answer = await alone.PayAsync(Fine, "one");
        Assert.False(answer.BytesLeft);
        Assert.StartsWith("Этот процесс — только эмулятор", answer.Failure);
    }

    [Fact]
    public async Task Outside_the_demo_there_is_no_emulator()
    {
        await using var app = await EmulatorApp.StartAsync(("Demo:Enabled", "false"), ("Kvell:TestUrl", "http://127.0.0.1:1"));
        using var http = new HttpClient { BaseAddress = app.MainUrl };

        Assert.Null(app.Control.Url);
        foreach (var path in (string[])["/emulator/ledger", "/emulator/calls", "/v1/orders/one"])
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("127.0.0.1:1 не принимает", (await app.PayAsync(Fine, "one")).Failure);
        Assert.False(File.Exists(Path.Combine(app.Folder, "kvell-emulator.db")));
    }

    [Fact]
    public async Task Another_test_address_takes_its_place()
    {
        await using var app = await EmulatorApp.StartAsync(("Kvell:TestUrl", "http://127.0.0.1:1"));
        Assert.Contains("127.0.0.1:1 не принимает", (await app.PayAsync(Fine, "one")).Failure);
        Assert.Empty(await app.CallsAsync());
    }

    [Theory]
    [InlineData("Emulator:Url", "http://kvell.example:5090")]
    [InlineData("Emulator:Url", "https://127.0.0.1:5090")]
    [InlineData("Emulator:Speed", "0")]
    [InlineData("Emulator:Speed", "1001")]
    public async Task A_wrong_setting_stops_the_start_by_its_name(string key, string value)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => EmulatorApp.StartAsync((key, value)));
        Assert.StartsWith(key + ":", Assert.Single(failure.Failures));
    }

    [Fact]
    public async Task Its_file_and_its_lists_hold_masks_only()
    {
        await using var app = await EmulatorApp.StartAsync();
        await app.PayAsync(Fine, "one");
        await app.PayAsync("2200000000000079", "two");

        var bytes = Directory.GetFiles(app.Folder, "kvell-emulator.db*").SelectMany(ReadShared).ToArray();
        var text = Encoding.UTF8.GetString(bytes);

        Assert.Contains("220000******0004", text);
        Assert.DoesNotContain(Fine, text);
        Assert.DoesNotContain("2200000000000079", text);
        Assert.Equal("220000******0004", Assert.Single(await app.LedgerAsync()).Card);
        Assert.Equal(["220000******0004", "220000******0079"], (await app.CallsAsync()).Select(call => call.Card));
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
