using System.Text.RegularExpressions;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Desk;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.RequestLog;
using Kvell.Tests.Architecture;
using Kvell.Tests.Pledges;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Lists;

/// <summary>
/// No list goes through a table or sorts it, whatever it is sorted by and whatever is looked for. An index that is walked in its own order is
/// no such thing: it ends with the page.
/// </summary>
public sealed partial class ListPlanTests(CrowdedFile rooms) : IClassFixture<CrowdedFile>
{
    private static readonly string[] Big = ["CardTopUps", "TopUpAttempts", "PledgeOperations", "PledgeTickets", "GatewayRequests", "Pledgors", "CheckNotes"];
    private static readonly string[] Orders = ["-date", "date", "-number", "amount"];
    private static readonly string[] Searches = ["", "семин", "Цой И. И.", "ЛВЕС-0010", "Сёмин 0004", "ГП00000066"];

    private static readonly (DateOnly? From, DateOnly? Through)[] Periods =
        [(null, null), (new DateOnly(2022, 10, 24), new DateOnly(2022, 10, 25))];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IEnumerable<(Actor Actor, Guid? Branch)> People =>
        [(rooms.Rooms.Receiver, null), (rooms.Rooms.FullRights, null), (rooms.Rooms.FullRights, rooms.Rooms.First)];

    /// <summary>Takes some seconds: every order with every search, period, state and person, three pages each.</summary>
    [Fact]
    public async Task Top_ups_are_read_by_indexes()
    {
        var list = rooms.Services.GetRequiredService<ListTopUps>();
        foreach (var filter in Filters<TopUpFilter>().SelectMany(filter => new[]
        {
            filter, filter with { State = TopUpState.Declined }, filter with { NeedsAttention = true },
        }))
        {
            foreach (var (actor, branch) in People)
                await TurnPagesAsync(filter with { BranchId = branch }, ask => list.ExecuteAsync(actor, ask, Stop), (ask, place) => ask with { Place = place });
        }

        await DemandAsync();
    }

    [Fact]
    public async Task Operations_are_read_by_indexes()
    {
        var list = rooms.Services.GetRequiredService<ListPledges>();
        foreach (var filter in Filters<PledgeFilter>().SelectMany(filter => new[] { filter, filter with { IsReceiptPrinted = false } }))
        {
            foreach (var (actor, branch) in People)
                await TurnPagesAsync(filter with { BranchId = branch }, ask => list.ExecuteAsync(actor, ask, Stop), (ask, place) => ask with { Place = place });
        }

        await DemandAsync();
    }

    [Fact]
    public async Task The_log_is_read_by_indexes()
    {
        var list = rooms.Services.GetRequiredService<ListRequests>();
        foreach (var filter in Filters<RequestFilter>(["", "ЛВЕС-001014", "20019", "completed", "/v1/orders/account"])
            .SelectMany(filter => new[] { filter, filter with { Succeeded = true }, filter with { Succeeded = false } })
            .SelectMany(filter => new[] { filter, filter with { Method = GatewayMethods.Payout } }))
        {
            await TurnPagesAsync(filter, ask => list.ExecuteAsync(rooms.Rooms.FullRights, ask, Stop), (ask, place) => ask with { Place = place });
        }

        await DemandAsync();
    }

    [Fact]
    public async Task What_needs_attention_is_read_by_indexes()
    {
        foreach (var (actor, _) in People)
            await rooms.Services.GetRequiredService<ListAttention>().ExecuteAsync(actor, Stop);
        await DemandAsync();

        // A branch's own index has its order too, but goes through all that the branch ever paid to find the few.
        // (A condition that is meant to be looked at row by row stands in a CASE.)
        var flagged = (await rooms.PlansAsync(Stop))
            .Where(step => step.Command.Contains("\"Attention\" <> 0", StringComparison.Ordinal) && !step.Command.Contains("CASE", StringComparison.Ordinal))
            .Where(step => step.Step.Contains(" USING ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(flagged);
        Findings.None(flagged.Where(step => !step.Step.Contains("IX_CardTopUps_Flagged", StringComparison.Ordinal)).Select(step => $"{step.Step}: {step.Command}"));
        var proposed = (await rooms.PlansAsync(Stop)).Where(step => step.Command.Contains("\"Proposed\" IS NOT NULL", StringComparison.Ordinal))
            .Where(step => step.Step.Contains(" USING ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(proposed);
        Findings.None(proposed.Where(step => !step.Step.Contains("IX_CardTopUps_Proposed", StringComparison.Ordinal)).Select(step => $"{step.Step}: {step.Command}"));
    }

    [Fact]
    public async Task Clients_and_their_checks_are_found_by_indexes()
    {
        var contexts = rooms.Services.GetRequiredService<IDbContextFactory<KvellDbContext>>();
        foreach (var typed in new[] { "Сём", "8903555", "4508 1234", "FA 1234567" })
            await new FindPledgors(contexts).ExecuteAsync(rooms.Rooms.Receiver, typed, Stop);
        var client = Sample.Ivanov();
        client.PledgorId = Guid.NewGuid();
        await new RecallChecks(contexts).ExecuteAsync(rooms.Rooms.Receiver, client, new DateOnly(2022, 10, 24), Stop);
        await DemandAsync();
    }

    private static IEnumerable<TFilter> Filters<TFilter>(string[]? searches = null)
        where TFilter : ListFilter, new() =>
        from order in Orders
        from search in searches ?? Searches
        from period in Periods
        select new TFilter { Order = ListOrder.Parse(order), Search = search, From = period.From, Through = period.Through };

    /// <summary>The first page, the one after it, and back.</summary>
    private static async Task TurnPagesAsync<TFilter, TRow>(
        TFilter filter, Func<TFilter, Task<ListPage<TRow>>> readAsync, Func<TFilter, ListPlace, TFilter> at)
    {
        var first = await readAsync(filter);
        if (first.Forward is not { } forward)
            return;
        var second = await readAsync(at(filter, forward));
        Assert.Equal(first.Rows, (await readAsync(at(filter, second.Back!))).Rows);
    }

    private async Task DemandAsync()
    {
        var steps = await rooms.PlansAsync(Stop);
        Assert.Contains(steps, step => step.Step.StartsWith("SEARCH", StringComparison.Ordinal));
        Findings.None(steps.Where(step => IsSort(step.Step) || IsFullScan(step.Step, step.Command)).Select(step => $"{step.Step}: {step.Command}").Distinct());
    }

    private static bool IsSort(string step) => step.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal);

    private static bool IsFullScan(string step, string command) => Scan().Match(step) is { Success: true } scan
        && !step.Contains(" USING ", StringComparison.Ordinal)
        && Aliases().Matches(command).Any(alias => alias.Groups["alias"].Value == scan.Groups["alias"].Value && Big.Contains(alias.Groups["table"].Value));

    [GeneratedRegex(@"^SCAN (?<alias>\w+)")]
    private static partial Regex Scan();

    [GeneratedRegex(@"""(?<table>\w+)"" AS ""(?<alias>\w+)""")]
    private static partial Regex Aliases();
}
