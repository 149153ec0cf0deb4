using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.RequestLog;
using Xunit;

namespace Kvell.Tests.Desk;

public sealed class KeysetPagingTests : IAsyncLifetime
{
    private const int Rows = 120;

    private readonly Rooms _rooms = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _rooms.InitializeAsync();

        // Seven rows to each instant, so that pages break within one.
        await AddAsync(Enumerable.Range(0, Rows).Select(i => Row(i / 7, $"{i}")));
    }

    public ValueTask DisposeAsync() => _rooms.DisposeAsync();

    [Fact]
    public async Task Forward_and_back_show_every_row_once_and_in_one_order()
    {
        var pages = new List<ListPage<RequestRow>>();
        for (ListPlace? place = null; pages.Count == 0 || place is not null; place = pages[^1].Older)
            pages.Add(await PageAsync(place));

        Assert.Equal([50, 50, 20], pages.Select(page => page.Rows.Count));
        var all = pages.SelectMany(page => page.Rows).ToList();
        Assert.Equal(Rows, all.Select(row => row.Id).Distinct().Count());
        Assert.Equal(all.Select(row => row.StartedAt).OrderDescending(), all.Select(row => row.StartedAt));
        Assert.Null(pages[0].Newer);

        var back = await PageAsync(pages[2].Newer);
        Assert.Equal(pages[1].Rows, back.Rows);
        var first = await PageAsync(back.Newer);
        Assert.Equal(pages[0].Rows, first.Rows);
        Assert.Null(first.Newer);
    }

    [Fact]
    public async Task A_new_row_shifts_no_page()
    {
        var first = await PageAsync(null);
        var second = await PageAsync(first.Older);
        await AddAsync([Row(1000, "new")]);
        Assert.Equal(second.Rows, (await PageAsync(first.Older)).Rows);
    }

    [Fact]
    public void A_place_survives_the_address()
    {
        var place = new ListPlace(Rooms.Noon.UtcDateTime.AddTicks(1), Guid.NewGuid(), TowardsNewer: true);
        Assert.Equal(place, ListPlace.Parse(place.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("older")]
    [InlineData("sideways.1.00000000000000000000000000000000")]
    [InlineData("older.-1.00000000000000000000000000000000")]
    [InlineData("older.9223372036854775807.00000000000000000000000000000000")]
    [InlineData("older.1.nonsense")]
    public void An_address_that_makes_no_sense_is_the_lists_start(string? text) => Assert.Null(ListPlace.Parse(text));

    private GatewayRequest Row(int minute, string description) =>
        GatewayRequest.Import(_rooms.First, _rooms.Now.AddMinutes(minute), succeeded: true, GatewayMethods.Status, "Пополнение", description);

    private async Task AddAsync(IEnumerable<GatewayRequest> rows)
    {
        await using var db = _rooms.Open();
        db.AddRange(rows);
        await db.SaveChangesAsync(Stop);
    }

    private Task<ListPage<RequestRow>> PageAsync(ListPlace? place) => _rooms.Get<ListRequests>().ExecuteAsync(_rooms.FullRights, place, Stop);
}
