using System.Threading.Channels;
using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.Live;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Live;

public sealed class ChangeFeedTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Rooms _rooms = new();
    private readonly Channel<Change> _told = Channel.CreateUnbounded<Change>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ChangeFeed Feed => _rooms.Get<ChangeFeed>();

    public async ValueTask InitializeAsync()
    {
        await _rooms.InitializeAsync();
        await Feed.StartAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await Feed.StopAsync(CancellationToken.None);
        await _rooms.DisposeAsync();
    }

    [Fact]
    public async Task A_commit_is_told_to_who_watches_its_kind()
    {
        using var subscription = await ListenAsync(ChangeKind.TopUp);
        var topUp = await _rooms.TopUpAsync(TopUpState.New);
        var change = await NextAsync();
        Assert.Equal((ChangeKind.TopUp, topUp.Id, topUp.BranchId), (change.Kind, change.SubjectId, change.BranchId));
    }

    [Fact]
    public async Task A_commit_of_another_server_is_found()
    {
        using var subscription = await ListenAsync(ChangeKind.Blanks);
        await using var db = await _rooms.StartProcess().GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync(Stop);
        db.Add(TicketBlank.Receive(_rooms.Second, "ГП", 402));
        await db.SaveChangesAsync(Stop);
        Assert.Equal(_rooms.Second, (await NextAsync()).BranchId);
    }

    [Fact]
    public async Task Many_blanks_of_one_commit_are_one_change()
    {
        await using var db = _rooms.Open();
        var before = await db.Set<Change>().CountAsync(Stop);
        db.AddRange(Enumerable.Range(500, 20).Select(ordinal => TicketBlank.Receive(_rooms.First, "ГП", ordinal)));
        await db.SaveChangesAsync(Stop);
        Assert.Equal(before + 1, await db.Set<Change>().CountAsync(Stop));
    }

    [Fact]
    public async Task A_commit_that_fails_tells_nothing_and_the_next_one_its_own()
    {
        await using var db = _rooms.Open();
        var before = await db.Set<Change>().CountAsync(Stop);
        var twin = TicketBlank.Receive(_rooms.First, "ГП", 63);
        db.Add(twin);
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));
        Assert.Equal(before, await db.Set<Change>().CountAsync(Stop));

        db.Entry(twin).State = EntityState.Detached;
        db.Add(TicketBlank.Receive(_rooms.Second, "ГП", 777));
        await db.SaveChangesAsync(Stop);
        Assert.Equal(_rooms.Second, (await db.Set<Change>().OrderBy(change => change.Sequence).LastAsync(Stop)).SubjectId);
        Assert.Equal(before + 1, await db.Set<Change>().CountAsync(Stop));
    }

    [Fact]
    public async Task A_lower_sequence_committed_late_is_told_too()
    {
        using var subscription = await ListenAsync(ChangeKind.Draft);
        await using var db = _rooms.Open();
        await InsertAsync(db, 1002);
        Assert.Equal(1002, (await NextAsync()).Sequence);
        await InsertAsync(db, 1001);
        Assert.Equal(1001, (await NextAsync()).Sequence);
        await InsertAsync(db, 1003);
        Assert.Equal(1003, (await NextAsync()).Sequence);
    }

    [Fact]
    public async Task Who_stopped_listening_hears_nothing_more()
    {
        var stopped = await ListenAsync(ChangeKind.TopUp);
        var heard = Channel.CreateUnbounded<Change>();
        using var other = await Feed.SubscribeAsync([ChangeKind.TopUp], changes => WriteAsync(heard, changes), Stop);
        stopped.Dispose();
        await _rooms.TopUpAsync(TopUpState.New);
        await heard.Reader.ReadAsync(Stop).AsTask().WaitAsync(Patience, Stop);
        Assert.False(_told.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_page_that_fails_leaves_the_others_their_news()
    {
        using var failing = await Feed.SubscribeAsync([ChangeKind.TopUp], _ => throw new InvalidOperationException("page"), Stop);
        using var subscription = await ListenAsync(ChangeKind.TopUp);
        await _rooms.TopUpAsync(TopUpState.New);
        await NextAsync();
    }

    [Fact]
    public async Task What_is_older_than_a_day_is_forgotten()
    {
        await _rooms.TopUpAsync(TopUpState.New);
        _rooms.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        using var subscription = await ListenAsync(ChangeKind.TopUp);
        await _rooms.TopUpAsync(TopUpState.New);
        await NextAsync();

        // One more telling: the forgetting of the one before is over then.
        await _rooms.TopUpAsync(TopUpState.New);
        await NextAsync();
        await using var db = _rooms.Open();
        Assert.Equal(_rooms.Now, await db.Set<Change>().MinAsync(change => change.At, Stop));
    }

    private static async Task InsertAsync(KvellDbContext db, long sequence) => await db.Database.ExecuteSqlAsync(
        $"INSERT INTO Changes (Sequence, Kind, SubjectId, BranchId, At) VALUES ({sequence}, 1, {Guid.NewGuid()}, NULL, {Rooms.Noon.UtcDateTime})", Stop);

    private static Task WriteAsync(Channel<Change> channel, IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
            channel.Writer.TryWrite(change);
        return Task.CompletedTask;
    }

    private Task<IDisposable> ListenAsync(ChangeKind kind) => Feed.SubscribeAsync([kind], changes => WriteAsync(_told, changes), Stop);

    private Task<Change> NextAsync() => _told.Reader.ReadAsync(Stop).AsTask().WaitAsync(Patience, Stop);
}
