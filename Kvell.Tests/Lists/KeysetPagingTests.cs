using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Pledges;
using Kvell.Tests.Desk;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Lists;

/// <summary>Pages of every list, in every order, there and back: equal keys stand across pages' edges.</summary>
public sealed class KeysetPagingTests : IAsyncLifetime
{
    private const int Rows = 120;

    private readonly Rooms _rooms = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Orders { get; } = new("-date", "date", "-number", "number", "-amount", "amount");

    public async ValueTask InitializeAsync()
    {
        await _rooms.InitializeAsync();
        await _rooms.CrowdAsync(Rows);
    }

    public ValueTask DisposeAsync() => _rooms.DisposeAsync();

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Top_ups_are_shown_once_and_in_their_order_there_and_back(string order) =>
        Demand(order, await ThereAndBackAsync(order, place => TopUpsAsync(order, place)), row => row.Id, row => Instant(row.CreatedAt, row.BranchName), row => row.Number, row => row.Amount);

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Operations_are_shown_once_and_in_their_order_there_and_back(string order) => Demand(
        order,
        await ThereAndBackAsync(order, place => _rooms.Get<ListPledges>().ExecuteAsync(_rooms.FullRights, new() { Order = ListOrder.Parse(order), Place = place }, Stop)),
        row => row.Id, row => Instant(row.PostedAt, row.BranchName), row => row.Number, row => row.LoanAmount);

    [Fact]
    public async Task A_new_row_shifts_no_page()
    {
        var first = await TopUpsAsync("-date", null);
        var second = await TopUpsAsync("-date", first.Forward);
        _rooms.Clock.Advance(TimeSpan.FromDays(1));
        await _rooms.TopUpAsync(TopUpState.Completed);

        Assert.Equal(second.Rows, (await TopUpsAsync("-date", first.Forward)).Rows);
        Assert.Equal(first.Rows, (await TopUpsAsync("-date", second.Back)).Rows);
        Assert.NotNull((await TopUpsAsync("-date", second.Back)).Back);
        Assert.NotEqual(first.Rows[0], (await TopUpsAsync("-date", null)).Rows[0]);
    }

    [Fact]
    public async Task A_place_whose_row_is_gone_still_holds()
    {
        var first = await TopUpsAsync("-amount", null);
        var second = await TopUpsAsync("-amount", first.Forward);
        var edge = first.Rows[^1].Id;
        await using (var db = _rooms.Open())
            await db.Set<CardTopUp>().Where(topUp => topUp.Id == edge).ExecuteDeleteAsync(Stop);

        Assert.Equal(second.Rows, (await TopUpsAsync("-amount", first.Forward)).Rows);
    }

    [Theory]
    [InlineData("next.00000000000000000000000000000001.not-a-date", "-date")]
    [InlineData("next.00000000000000000000000000000001.9223372036854775807", "-date")]
    [InlineData("next.00000000000000000000000000000001.-5", "amount")]
    public async Task A_place_of_another_order_is_the_lists_start(string place, string order) =>
        Assert.Equal((await TopUpsAsync(order, null)).Rows, (await TopUpsAsync(order, ListPlace.Parse(place))).Rows);

    [Theory]
    [InlineData("")]
    [InlineData("weight")]
    [InlineData("-weight")]
    public async Task An_order_that_the_list_has_not_is_the_newest_first(string order) =>
        Assert.Equal((await TopUpsAsync("-date", null)).Rows, (await TopUpsAsync(order, null)).Rows);

    [Theory]
    [InlineData("ЛВЕС-000014")]
    [InlineData("1650.5")]
    public void A_place_survives_the_address(string key)
    {
        var place = new ListPlace(key, Guid.NewGuid(), IsBack: true);
        Assert.Equal(place, ListPlace.Parse(place.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("next")]
    [InlineData("sideways.00000000000000000000000000000000.1")]
    [InlineData("next.nonsense.1")]
    [InlineData("next.00000000000000000000000000000000.")]
    public void An_address_that_makes_no_sense_is_the_lists_start(string? text) => Assert.Null(ListPlace.Parse(text));

    /// <summary>Vladivostok is seven hours ahead of Moscow.</summary>
    private static DateTime Instant(DateTime local, string branch) => branch == "Ломбард №2" ? local.AddHours(-7) : local;

    private static void Demand<T>(
        string order, IReadOnlyList<T> shown, Func<T, Guid> id, Func<T, DateTime> date, Func<T, string> number, Func<T, Money> amount)
    {
        Assert.Equal(Rows, shown.Select(id).Distinct().Count());
        Func<T, IComparable> key = order.TrimStart('-') switch { "date" => row => date(row), "number" => row => number(row), _ => row => amount(row).Kopecks };
        var ascending = shown.OrderBy(key, Comparer<IComparable>.Create((x, y) => x is string text ? string.CompareOrdinal(text, (string)y) : x.CompareTo(y))).ThenBy(id);
        Assert.Equal(order[0] == '-' ? ascending.Reverse() : ascending, shown);
    }

    private static async Task<IReadOnlyList<T>> ThereAndBackAsync<T>(string order, Func<ListPlace?, Task<ListPage<T>>> pageAsync)
    {
        var pages = new List<ListPage<T>>();
        for (ListPlace? place = null; pages.Count == 0 || place is not null; place = pages[^1].Forward)
            pages.Add(await pageAsync(place));
        Assert.Equal([50, 50, 20], pages.Select(page => page.Rows.Count));
        Assert.Null(pages[0].Back);

        var back = await pageAsync(pages[2].Back);
        Assert.Equal(pages[1].Rows, back.Rows);
        var first = await pageAsync(back.Back);
        Assert.Equal(pages[0].Rows, first.Rows);
        Assert.Null(first.Back);
        return [.. pages.SelectMany(page => page.Rows)];
    }

    private Task<ListPage<TopUpRow>> TopUpsAsync(string order, ListPlace? place) =>
        _rooms.Get<ListTopUps>().ExecuteAsync(_rooms.FullRights, new() { Order = ListOrder.Parse(order), Place = place }, Stop);
}
