using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.RequestLog;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Lists;

/// <summary>What is found, page by page, is what a plain look through all rows finds; whether it is little or much.</summary>
public sealed class ListSearchTests(CrowdedRooms rooms) : IClassFixture<CrowdedRooms>
{
    private static readonly string[] Orders = ["-date", "amount", "-number"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<CardTopUp, bool>> Searches { get; } = new()
    {
        { "сёмин", row => row.PledgorName.StartsWith("Сёмин ", StringComparison.Ordinal) || row.PledgorName.StartsWith("Семина ", StringComparison.Ordinal) },
        { "СЕМИНА", row => row.PledgorName.StartsWith("Семина", StringComparison.Ordinal) },
        { "семин иван иванович", row => row.PledgorName == "Сёмин Иван Иванович" },
        { "Семин И. И.", row => row.PledgorName == "Сёмин Иван Иванович" },
        { " цой  ив ", row => row.PledgorName.StartsWith("Цой", StringComparison.Ordinal) },
        { "Цой Пётр", _ => false },
        { "ЛВЕС-001014", row => row.Number == "ЛВЕС-001014" },
        { "лвес1014", row => row.Number == "ЛВЕС-001014" },
        { "1014", row => row.Number is "ЛВЕС-001014" or "ЛВТР-001014" },
        { "ЛВЕС-0010", row => row.Number.StartsWith("ЛВЕС-0010", StringComparison.Ordinal) },
        { "ЛВЕС-", row => row.Number.StartsWith("ЛВЕС-", StringComparison.Ordinal) },
        { "лвтр-0", row => row.Number.StartsWith("ЛВТР-", StringComparison.Ordinal) },
        { "0004", row => row.CardMask!.EndsWith("0004", StringComparison.Ordinal) },
        { "4111", row => row.CardMask!.StartsWith("4111", StringComparison.Ordinal) },
        { "220000******0004", row => row.CardMask == "220000******0004" },
        { "цой 1111", row => row.PledgorName.StartsWith("Цой", StringComparison.Ordinal) && row.CardMask!.EndsWith("1111", StringComparison.Ordinal) },
        { "иванов 0004", row => row.PledgorName.StartsWith("Иванов", StringComparison.Ordinal) && row.CardMask!.EndsWith("0004", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_search_finds_what_a_look_through_everything_finds(string search, Func<CardTopUp, bool> matches)
    {
        foreach (var order in Orders)
        {
            await DemandAsync(new TopUpFilter { Search = search, Order = ListOrder.Parse(order) }, matches);
            await DemandAsync(
                new TopUpFilter { Search = search, Order = ListOrder.Parse(order), State = TopUpState.Declined, BranchId = rooms.Rooms.First },
                row => matches(row) && row.State == TopUpState.Declined && row.BranchId == rooms.Rooms.First);
        }
    }

    [Fact]
    public async Task A_period_is_of_the_branchs_own_days()
    {
        // 2 500 rows, seven a minute, from 09:00 UTC: till 14:57, which is already the 25th in Vladivostok.
        foreach (var order in Orders)
        {
            await DemandAsync(
                new TopUpFilter { From = new(2022, 10, 25), Order = ListOrder.Parse(order) },
                row => row.BranchId == rooms.Rooms.Second && row.CreatedAt >= new DateTime(2022, 10, 24, 14, 0, 0, DateTimeKind.Utc));
            await DemandAsync(
                new TopUpFilter { From = new(2022, 10, 24), Through = new(2022, 10, 24), Order = ListOrder.Parse(order) },
                row => row.BranchId == rooms.Rooms.First || row.CreatedAt < new DateTime(2022, 10, 24, 14, 0, 0, DateTimeKind.Utc));
            await DemandAsync(new TopUpFilter { Through = new(2022, 10, 23), Order = ListOrder.Parse(order) }, _ => false);
        }
    }

    [Fact]
    public async Task Attention_is_a_filter_beside_the_states()
    {
        foreach (var order in Orders)
            await DemandAsync(new TopUpFilter { NeedsAttention = true, Order = ListOrder.Parse(order) }, row => row.Attention != Attention.None);
    }

    [Fact]
    public async Task A_receiver_finds_nothing_of_another_branch()
    {
        var list = rooms.Services.GetRequiredService<ListTopUps>();
        foreach (var search in Searches.Select(row => row.Data.Item1).Append(""))
        {
            var page = await list.ExecuteAsync(rooms.Rooms.Receiver, new() { Search = search }, Stop);
            Assert.All(page.Rows, row => Assert.Equal("Ломбард №1", row.BranchName));
            Assert.Empty((await list.ExecuteAsync(rooms.Rooms.Receiver, new() { Search = search, BranchId = rooms.Rooms.Second }, Stop)).Rows);
        }

        Assert.Empty((await rooms.Services.GetRequiredService<ListPledges>().ExecuteAsync(rooms.Rooms.Receiver, new() { BranchId = rooms.Rooms.Second }, Stop)).Rows);
    }

    [Theory]
    [InlineData("ГП00000066", "ЛВТР-001066")]
    [InlineData("гп00000067", "ЛВЕС-001067")]
    [InlineData("ЛВЕС-001067", "ЛВЕС-001067")]
    [InlineData("цой ЛВЕС-001500", "ЛВЕС-001500")]
    public async Task An_operation_is_found_by_its_blank_its_number_and_its_pledgor(string search, string number)
    {
        var page = await rooms.Services.GetRequiredService<ListPledges>().ExecuteAsync(rooms.Rooms.FullRights, new() { Search = search }, Stop);
        Assert.Equal([number], page.Rows.Select(row => row.Number));
    }

    [Fact]
    public async Task The_log_is_filtered_by_method_and_success()
    {
        var rows = await LogAsync(new() { Method = GatewayMethods.Status, Succeeded = false });
        Assert.Equal(50, rows.Count);
        Assert.All(rows, row => Assert.Equal((GatewayMethods.Status, false), (row.Method, row.Succeeded)));
        Assert.All(await LogAsync(new() { Succeeded = true }), row => Assert.True(row.Succeeded));
        Assert.Empty(await LogAsync(new() { Method = GatewayMethods.Confirm }));
        Assert.Empty(await LogAsync(new() { Through = new(2022, 10, 23) }));
        Assert.Equal(50, (await LogAsync(new() { From = new(2022, 10, 25) })).Count(row => row.Indicator.Contains("ЛВТР", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ЛВЕС-001014", "Пополнение карты клиента ЛВЕС-001014")]
    [InlineData("1014", "Пополнение карты клиента ЛВЕС-001014")]
    [InlineData("Пополнение карты клиента ЛВЕС-001014 от 24.10.2022 12:01:00", "Пополнение карты клиента ЛВЕС-001014")]
    public async Task The_log_is_found_by_its_document(string search, string indicator) =>
        Assert.StartsWith(indicator, Assert.Single(await LogAsync(new() { Search = search })).Indicator, StringComparison.Ordinal);

    [Theory]
    [InlineData("20019", "№1: code: 20019, message: Превышен лимит")]
    [InlineData("превышен", "№1: code: 20019, message: Превышен лимит")]
    [InlineData("Ошибка соединения с", "№1: code: , message: Ошибка соединения с сервером")]
    [InlineData("completed", "COMPLETED")]
    public async Task The_log_is_found_by_what_went_wrong(string search, string description)
    {
        var rows = await LogAsync(new() { Search = search });
        Assert.Equal(50, rows.Count);
        Assert.All(rows, row => Assert.Equal(description, row.Description));
    }

    [Fact]
    public async Task The_log_is_found_by_its_methods_beginning() =>
        Assert.All(await LogAsync(new() { Search = "/v1/orders/account" }), row => Assert.Equal(GatewayMethods.Payout, row.Method));

    private async Task<IReadOnlyList<RequestRow>> LogAsync(RequestFilter filter) =>
        (await rooms.Services.GetRequiredService<ListRequests>().ExecuteAsync(rooms.Rooms.FullRights, filter, Stop)).Rows;

    private async Task DemandAsync(TopUpFilter filter, Func<CardTopUp, bool> matches)
    {
        await using var db = rooms.Rooms.Open();
        var all = (await db.Set<CardTopUp>().AsNoTracking().ToListAsync(Stop)).Where(matches).ToList();
        var ascending = (filter.Order.Column switch
        {
            ListOrder.Date => all.OrderBy(row => row.CreatedAt),
            ListOrder.Number => all.OrderBy(row => row.Number, StringComparer.Ordinal),
            _ => all.OrderBy(row => row.Amount),
        }).ThenBy(row => row.Id).Select(row => row.Id);

        var found = new List<Guid>();
        for (ListPage<TopUpRow>? page = null; page is null || page.Forward is not null;)
        {
            page = await rooms.Services.GetRequiredService<ListTopUps>().ExecuteAsync(rooms.Rooms.FullRights, filter with { Place = page?.Forward }, Stop);
            found.AddRange(page.Rows.Select(row => row.Id));
        }

        Assert.Equal(filter.Order.IsAscending ? ascending : ascending.Reverse(), found);
    }
}
