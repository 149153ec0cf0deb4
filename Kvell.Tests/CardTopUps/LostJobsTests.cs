using System.Globalization;
using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rule 9: losing every job loses nothing.</summary>
public sealed class LostJobsTests
{
    [Fact]
    public async Task With_all_of_Hangfires_storage_lost_the_sweep_at_the_next_start_brings_every_outcome()
    {
        var folder = Directory.CreateTempSubdirectory("kvell-lost-jobs-").FullName;
        Guid draft;
        await using (var first = Start(folder, TimeProvider.System.GetUtcNow()))
        {
            using var desk = await PayoutDesk.OpenAsync(first);

            // By the kopecks: works on it and pays; works on it and cancels; pays and hangs up; pays and answers 500.
            draft = await desk.PostedAsync("1500,01", "1500,02", "1500,04", "1500,06");
            Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft), "2200000000000095"));
            await desk.UntilAsync(draft, topUps => topUps.Count == 4 && topUps.All(topUp => topUp.State is TopUpState.Processing or TopUpState.Unknown));
        }

        await using (var second = Start(folder, TimeProvider.System.GetUtcNow().AddMinutes(2)))
        {
            using var desk = await PayoutDesk.OpenAsync(second);
            await desk.SettledAsync(draft);
            var states = (await desk.TopUpsAsync(draft)).OrderBy(topUp => topUp.Amount.Kopecks).Select(topUp => topUp.State);
            Assert.Equal([TopUpState.Completed, TopUpState.Declined, TopUpState.Completed, TopUpState.Completed], states);
            Assert.Equal(4, (await desk.OrdersOfAsync(draft)).Count);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Hangfire's storage is this process's memory, and the timer plans nothing: only the sweep is left.</summary>
    private static KvellHost Start(string folder, DateTimeOffset now) => new(new KvellHostOptions
    {
        Folder = folder,
        Settings = new Dictionary<string, string> { ["Demo:Now"] = now.ToString("O", CultureInfo.InvariantCulture) },
        Services = services => services.Replace(ServiceDescriptor.Singleton<ITopUpTimer, NoTimer>()),
    });
}
