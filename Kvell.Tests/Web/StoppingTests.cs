using System.Diagnostics;
using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Xunit;

namespace Kvell.Tests.Web;

/// <summary>Alone: its seconds are the machine's, and other tests would spend them.</summary>
[Collection(nameof(Alone))]
public sealed class StoppingTests(BrowserFixture browser) : BrowserTest(browser)
{
    private const int OpenPages = 10;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Ten real pages take their time to open: some seconds.</summary>
    [Fact]
    public async Task A_server_with_ten_open_pages_and_nothing_in_flight_ends_within_two_seconds()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("kvell-test-").FullName;
        File.Copy(SeededDatabase.File, Path.Combine(folder, "kvell.db"));
        using var process = KvellProcess.Start(folder);
        var address = await process.AddressAsync(cancellation);
        Assert.True(address is not null, process.Output);
        var first = await NewPageAsync(address, "receiver");
        await first.OpenAsync("/");
        for (var i = 1; i < OpenPages; i++)
            await (await first.Context.NewPageAsync()).OpenAsync("/");

        // What the pages meet from here on is what the test is about.
        Troubles.Expect("");
        var clock = Stopwatch.StartNew();
        var exitCode = await process.TerminateAsync(cancellation);
        var took = clock.Elapsed;

        Assert.Equal(0, exitCode);
        Assert.True(took <= Limit, $"It took {took}.");
        Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
