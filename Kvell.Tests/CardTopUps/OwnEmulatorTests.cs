using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>The emulator as a process of its own, to which an application is pointed.</summary>
public sealed class OwnEmulatorTests(BrowserFixture browser) : BrowserTest(browser)
{
    /// <summary>Takes more than five seconds: a process starts, and a bank that answers too late is given up, then asked.</summary>
    [Fact]
    public async Task Payouts_go_to_an_emulator_in_a_process_of_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("kvell-own-emulator-").FullName;
        File.Copy(SeededDatabase.File, Path.Combine(folder, "kvell.db"));
        using var emulator = KvellProcess.Start(folder, settings:
            [("Emulator:Only", "true"), ("Emulator:File", Path.Combine(folder, "bank", "emulator.db")), ("Emulator:Speed", "8")]);
        var address = (await emulator.AddressAsync(TestContext.Current.CancellationToken))!;
        await using (var host = new KvellHost(new KvellHostOptions
        {
            Folder = folder,
            Settings = new Dictionary<string, string>
            {
                ["Kvell:TestUrl"] = address.AbsoluteUri,
                ["Kvell:RequestTimeout"] = "00:00:02",
                ["Kvell:NotFoundGrace"] = "00:00:01",
            },
        }))
        {
            using var bank = new EmulatorWitness(address);
            using var desk = await PayoutDesk.OpenAsync(host);
            var paid = await LoanOnScreen.PayAsync(desk, await NewPageAsync(host.Address, "receiver"), "2200000000000004", "1500");
            await paid.EndsAsync("Выполнено");
            var late = await LoanOnScreen.PayAsync(desk, await NewPageAsync(host.Address, "receiver"), "2200000000000087", "2500");
            await late.ShowsAsync("Исход неизвестен");
            await late.EndsAsync("Выполнено");

            Assert.Equal([150_000, 250_000], (await bank.OrdersAsync()).Select(order => order.Amount));
            Assert.Equal(2, await bank.PayoutsAsync());
            Assert.Empty(await desk.Emulator.CallsAsync());
            await paid.Page.Context.CloseAsync();
            await late.Page.Context.CloseAsync();
        }

        Assert.Equal(0, await emulator.TerminateAsync(TestContext.Current.CancellationToken));
        Directory.Delete(folder, recursive: true);
    }
}
