using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Xunit;

namespace Kvell.Tests.Emulator;

/// <summary>Each row of the card table, by its own card and by the kopecks of …0095, through the product's client.</summary>
public sealed class CardTableTests
{
    private const string Number = "0198c1de-7a52-7d10-9d3c-5f3f0a1b2c3d";
    private const string ByKopecks = "2200000000000095";

    [Theory]
    [InlineData("4111111111111111", 1_600_000)]
    [InlineData("2200000000000004", 1_600_001)]
    [InlineData("5555555555554444", 1_600_000)]
    [InlineData(ByKopecks, 1_600_000)]
    [InlineData(ByKopecks, 1_600_009)]
    [InlineData(ByKopecks, 1_600_099)]
    public async Task Completes_at_once(string card, long kopecks)
    {
        await using var app = await EmulatorApp.StartAsync();

        var answer = await app.PayAsync(card, Number, kopecks);

        Assert.Equal(200, answer.HttpStatus);
        Assert.NotNull(answer.RequestId);
        Assert.Equal(("completed", Number, new Money(kopecks), new Money(kopecks / 100)), (answer.Order!.Status, answer.Order.Transaction, answer.Order.Amount, answer.Order.Commission));
        Assert.True(Guid.TryParse(answer.Order.Id, out _));
        Assert.Equal(answer.Order, (await app.CheckAsync(Number)).Order);
    }

    [Theory]
    [InlineData("2200000000000012", 1_600_000, "completed")]
    [InlineData(ByKopecks, 1_600_001, "completed")]
    [InlineData("2200000000000020", 1_600_000, "canceled")]
    [InlineData(ByKopecks, 1_600_002, "canceled")]
    public async Task Is_processing_and_settles_after_five_seconds(string card, long kopecks, string end)
    {
        await using var app = await EmulatorApp.StartAsync();

        Assert.Equal("processing", (await app.PayAsync(card, Number, kopecks)).Order?.Status);
        app.Time.Advance(TimeSpan.FromSeconds(4.999));
        Assert.Equal("processing", (await app.CheckAsync(Number)).Order?.Status);
        app.Time.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal(end, (await app.CheckAsync(Number)).Order?.Status);
        Assert.Equal(end, Assert.Single(await app.LedgerAsync()).Status);
    }

    [Fact]
    public async Task A_faster_emulator_settles_sooner()
    {
        await using var app = await EmulatorApp.StartAsync(("Emulator:Speed", "10"));

        await app.PayAsync("2200000000000012", Number);
        app.Time.Advance(TimeSpan.FromSeconds(0.5));

        Assert.Equal("completed", (await app.CheckAsync(Number)).Order?.Status);
    }

    [Theory]
    [InlineData("2200000000000038", 1_600_000)]
    [InlineData(ByKopecks, 1_600_003)]
    public async Task Asks_for_a_code_and_takes_the_right_one_only(string card, long kopecks)
    {
        await using var app = await EmulatorApp.StartAsync();

        Assert.Equal(new GatewayOrder("wait_confirm", null, null, null, null), (await app.PayAsync(card, Number, kopecks)).Order);
        var wrong = await app.Gateway.ConfirmAsync(app.Terminal, Number, "654321", () => true);
        Assert.Equal((400, 20098), (wrong.HttpStatus, wrong.Errors.Single().Code));
        Assert.StartsWith("otp: ", wrong.Errors.Single().Message);
        Assert.Equal("wait_confirm", (await app.CheckAsync(Number)).Order?.Status);
        Assert.Equal("completed", (await app.Gateway.ConfirmAsync(app.Terminal, Number, "123456", () => true)).Order?.Status);
        Assert.Equal("completed", (await app.CheckAsync(Number)).Order?.Status);
        Assert.Equal(20008, (await app.Gateway.ConfirmAsync(app.Terminal, Number, "123456", () => true)).Errors.Single().Code);
    }

    [Fact]
    public async Task A_confirmation_may_come_unsigned()
    {
        await using var app = await EmulatorApp.StartAsync(("Kvell:ConfirmSignature", "None"));
        await app.PayAsync("2200000000000038", Number);
        Assert.Equal("completed", (await app.Gateway.ConfirmAsync(app.Terminal, Number, "123456", () => true)).Order?.Status);
    }

    [Theory]
    [InlineData("2200000000000046", 1_600_000)]
    [InlineData(ByKopecks, 1_600_004)]
    public async Task Pays_and_drops_the_connection(string card, long kopecks)
    {
        await using var app = await EmulatorApp.StartAsync();

        AssertDropped(await app.PayAsync(card, Number, kopecks));

        Assert.Equal("completed", (await app.CheckAsync(Number)).Order?.Status);
        Assert.Equal(20007, (await app.PayAsync(card, Number, kopecks)).Errors.Single().Code);
    }

    [Theory]
    [InlineData("2200000000000053", 1_600_000)]
    [InlineData(ByKopecks, 1_600_005)]
    public async Task Drops_a_numbers_first_send_and_takes_the_next(string card, long kopecks)
    {
        await using var app = await EmulatorApp.StartAsync();

        AssertDropped(await app.PayAsync(card, Number, kopecks));
        Assert.Equal(20009, (await app.CheckAsync(Number)).Errors.Single().Code);
        Assert.Equal("completed", (await app.PayAsync(card, Number, kopecks)).Order?.Status);
        Assert.Equal(20007, (await app.PayAsync(card, Number, kopecks)).Errors.Single().Code);
        AssertDropped(await app.PayAsync(card, "another-number", kopecks));
    }

    [Theory]
    [InlineData("2200000000000061", 1_600_000)]
    [InlineData(ByKopecks, 1_600_006)]
    public async Task Pays_and_answers_500(string card, long kopecks)
    {
        await using var app = await EmulatorApp.StartAsync();

        var answer = await app.PayAsync(card, Number, kopecks);

        Assert.Equal((500, 20000, null), (answer.HttpStatus, answer.Errors.Single().Code, answer.RequestId));
        Assert.Equal("completed", (await app.CheckAsync(Number)).Order?.Status);
    }

    [Theory]
    [InlineData("2200000000000079", 1_600_000)]
    [InlineData(ByKopecks, 1_600_007)]
    public async Task Refuses_over_the_limit(string card, long kopecks)
    {
        await using var app = await EmulatorApp.StartAsync();

        var answer = await app.PayAsync(card, Number, kopecks);

        Assert.Equal((400, 20019), (answer.HttpStatus, answer.Errors.Single().Code));
        Assert.Equal(20009, (await app.CheckAsync(Number)).Errors.Single().Code);
        Assert.Empty(await app.LedgerAsync());
    }

    /// <summary>A call that was never marked as answered would be waited for without end: real seconds end it.</summary>
    [Theory(Timeout = 20_000)]
    [InlineData("2200000000000087", 1_600_000, 1, 20)]
    [InlineData(ByKopecks, 1_600_008, 1, 20)]
    [InlineData("2200000000000087", 1_600_000, 10, 2)]
    public async Task Answers_after_twenty_seconds(string card, long kopecks, int speed, int seconds)
    {
        await using var app = await EmulatorApp.StartAsync();
        app.Control.Speed = speed;
        var began = app.Time.GetUtcNow();

        var sending = app.PayAsync(card, Number, kopecks);
        while (await app.CallsAsync() is not [{ Status: not null }])
            app.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("completed", (await sending.WaitAsync(TestContext.Current.CancellationToken)).Order?.Status);
        Assert.True(app.Time.GetUtcNow() - began >= TimeSpan.FromSeconds(seconds));
        Assert.Equal("completed", (await app.CheckAsync(Number)).Order?.Status);
        Assert.Equal((200, false), (await app.CallsAsync()).Select(call => (call.Status, call.Dropped)).First());
    }

    /// <summary>A stop that didn't cut the call would wait for ever: real seconds end it.</summary>
    [Fact(Timeout = 20_000)]
    public async Task The_late_card_is_processing_until_it_answers()
    {
        await using var app = await EmulatorApp.StartAsync();
        var sending = app.PayAsync("2200000000000087", Number);
        while ((await app.CallsAsync()).Count == 0)
            await Task.Yield();

        Assert.Equal("processing", (await app.CheckAsync(Number)).Order?.Status);
        Assert.False(sending.IsCompleted);

        await app.StopAsync();
        AssertDropped(await sending.WaitAsync(TestContext.Current.CancellationToken));
    }

    private static void AssertDropped(GatewayAnswer answer)
    {
        Assert.True(answer.BytesLeft);
        Assert.Null(answer.HttpStatus);
        Assert.StartsWith("Ошибка соединения", answer.Failure);
    }
}
