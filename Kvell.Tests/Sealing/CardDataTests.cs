using Hangfire;
using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.CardTopUps;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Sealing;

/// <summary>
/// After payouts to every card no full number, no secret and no private key stands anywhere outside the sealed columns. Their
/// fixture takes some twenty to thirty seconds: nineteen payouts on eleven pages at once, and a second process. The bank's own file, the emulator's, lies in the same
/// folder and is held to the same; Hangfire's storage is the one in memory, and beside SQL Server its rows are the same strings.
/// </summary>
[Collection("Browser")]
public sealed class CardDataTests(CardWalk walk) : IClassFixture<CardWalk>
{
    [Fact]
    public void Files_of_the_database_and_of_the_log_hold_none()
    {
        var planted = walk.PlantHunter.InFolder(walk.Folder);
        Assert.Contains(planted, hit => hit.StartsWith("kvell.db", StringComparison.Ordinal));
        Assert.Contains(planted, hit => hit.StartsWith("kvell-2", StringComparison.Ordinal) && hit.Contains(".log:", StringComparison.Ordinal));
        Assert.Empty(walk.Hunter.InFolder(walk.Folder));
    }

    [Fact]
    public void The_console_says_none()
    {
        Assert.NotEmpty(walk.PlantHunter.InText("console", walk.Process.Output));
        Assert.Empty(walk.Hunter.InText("console", walk.Process.Output));
    }

    [Fact]
    public void Hangfire_keeps_none()
    {
        var storage = walk.Desk.Get<JobStorage>();
        Assert.NotEmpty(walk.PlantHunter.InObject("Hangfire", storage));
        Assert.NotEqual(0, storage.GetMonitoringApi().SucceededListCount());
        Assert.Empty(walk.Hunter.InObject("Hangfire", storage));
    }

    [Fact]
    public void Pages_show_none()
    {
        var planted = walk.RenderedPlant.Hits(walk.PlantHunter);
        Assert.Contains(planted, hit => hit.StartsWith("/pledges/group/", StringComparison.Ordinal));
        Assert.Contains(planted, hit => hit.StartsWith(RenderedText.Circuit, StringComparison.Ordinal));
        Assert.All(CardWalk.Masks, mask => Assert.True(walk.Rendered.Holds(mask), mask));
        Assert.Empty(walk.Rendered.Hits(walk.Hunter));
    }

    [Fact]
    public async Task Sealed_columns_are_empty_once_all_is_decided_and_a_refused_card_30_minutes_later()
    {
        await using var db = await walk.Desk.DatabaseAsync();
        var topUps = await db.Set<CardTopUp>().Include(topUp => topUp.Attempts).AsNoTracking().ToListAsync(Token);
        Assert.All(topUps, topUp => Assert.True(topUp.State is TopUpState.Completed or TopUpState.Declined));
        Assert.All(topUps.SelectMany(topUp => topUp.Attempts), attempt => Assert.Null(attempt.SealedBody));

        var kept = await KeptAsync();
        Assert.Equal(["220000******0020", "220000******0079", "220000******0095"], kept.Select(card => card.Mask));
        foreach (var card in kept)
            Assert.Equal(await LastRefusalAsync(card.DraftId) + TimeSpan.FromMinutes(30), card.ForgetAt);
        await SweepAtAsync(kept.Min(card => card.ForgetAt!.Value) - TimeSpan.FromSeconds(10));
        Assert.Equal(3, (await KeptAsync()).Count);
        await SweepAtAsync(kept.Max(card => card.ForgetAt!.Value));
        Assert.Empty(await KeptAsync());

        Task<List<ChosenCard>> KeptAsync() =>
            db.Set<ChosenCard>().AsNoTracking().Where(card => card.SealedNumber != null).OrderBy(card => card.Mask).ToListAsync(Token);

        async Task<DateTime?> LastRefusalAsync(Guid draftId) =>
            (await walk.Desk.TopUpsAsync(draftId)).SelectMany(topUp => topUp.Attempts).Max(attempt => attempt.ClosedAt);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task SweepAtAsync(DateTime moment)
    {
        walk.Time.Ahead = moment - TimeProvider.System.GetUtcNow().UtcDateTime;
        await walk.Desk.Get<TopUpSweep>().RunAsync();
    }
}
