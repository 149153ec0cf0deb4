using System.Globalization;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Desk;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.RequestLog;
using Kvell.Tests.Desk;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>The lists that grow for ever, and what is read of them.</summary>
internal static class ListScales
{
    private static readonly DateTime FirstRow = new(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static Benchmark[] All { get; } =
    [
        new ListScale("list-top-ups", ManyRows.TopUpsAsync,
        [
            ("first page", (rooms, _) => TopUpsAsync(rooms, new())),
            ("a page in the middle", (rooms, count) => TopUpsAsync(rooms, new() { Place = Middle(count) })),
            ("declined, first page", (rooms, _) => TopUpsAsync(rooms, new() { State = TopUpState.Declined })),
            ("by sum, a page in the middle", (rooms, _) => TopUpsAsync(rooms, new() { Order = new("amount", true), Place = new("2100000", Guid.Empty, IsBack: false) })),
            ("by sum, of one day", (rooms, _) => TopUpsAsync(rooms, new() { Order = new("amount", false), From = new(2015, 1, 5), Through = new(2015, 1, 5) })),
            ("search, a common name", (rooms, _) => TopUpsAsync(rooms, new() { Search = "Соловьёв" })),
            ("search, a number", (rooms, count) => TopUpsAsync(rooms, new() { Search = $"ЛВЕС-{count / 2:D6}" })),
        ]),
        new ListScale("list-log", ManyRows.LogAsync,
        [
            ("first page", (rooms, _) => LogAsync(rooms, new())),
            ("a page in the middle", (rooms, count) => LogAsync(rooms, new() { Place = Middle(count) })),
            ("failed calls of one method", (rooms, _) => LogAsync(rooms, new() { Method = GatewayMethods.Payout, Succeeded = false })),
            ("one day", (rooms, _) => LogAsync(rooms, new() { From = new(2015, 1, 5), Through = new(2015, 1, 5) })),
        ]),
        new ListScale("search-log", ManyRows.LogAsync,
        [
            ("a document", (rooms, count) => LogAsync(rooms, new() { Search = $"ЛВЕС-{count / 6:D6}" })),
            ("an error's code", (rooms, _) => LogAsync(rooms, new() { Search = "20019" })),
            ("an error's words", (rooms, _) => LogAsync(rooms, new() { Search = "заказ не" })),
        ]),
        new ListScale("attention", ManyRows.TopUpsAsync,
        [
            ("all branches", async (rooms, _) => (await rooms.Get<ListAttention>().ExecuteAsync(rooms.FullRights, CancellationToken.None)).Count),
            ("one branch", async (rooms, _) => (await rooms.Get<ListAttention>().ExecuteAsync(rooms.Receiver, CancellationToken.None)).Count),
        ]),
    ];

    private static ListPlace Middle(int count) =>
        new(FirstRow.AddMinutes(count / 2).Ticks.ToString(CultureInfo.InvariantCulture), Guid.Empty, IsBack: false);

    private static async Task<int> TopUpsAsync(Rooms rooms, TopUpFilter filter) =>
        (await rooms.Get<ListTopUps>().ExecuteAsync(rooms.FullRights, filter, CancellationToken.None)).Rows.Count;

    private static async Task<int> LogAsync(Rooms rooms, RequestFilter filter) =>
        (await rooms.Get<ListRequests>().ExecuteAsync(rooms.FullRights, filter, CancellationToken.None)).Rows.Count;
}
