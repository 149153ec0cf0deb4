using System.Data.Common;
using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>How often a use-case asks the database: as often for fifty tickets as for five. What it writes is a row each, and not counted.</summary>
public sealed class CommandCountTests : IAsyncLifetime
{
    private readonly Counter _counter = new();
    private readonly KvellHost _host;

    public CommandCountTests() => _host = new KvellHost(new KvellHostOptions { Services = services => services.AddSingleton<IInterceptor>(_counter) });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task No_use_case_of_the_desk_asks_by_the_row()
    {
        using var desk = await PayoutDesk.OpenAsync(_host);
        var five = await CountAsync(desk, 5);
        var fifty = await CountAsync(desk, 50);
        Assert.Equal(five, fifty);
        Assert.All(five.Values, count => Assert.InRange(count, 1, 25));
    }

    private async Task<Dictionary<string, int>> CountAsync(PayoutDesk desk, int tickets)
    {
        var counts = new Dictionary<string, int>();
        var draft = await desk.DraftAsync(form => form.Issue.Cash = "0", [.. Enumerable.Repeat("100", tickets)]);
        await Of("PrintTickets", () => desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, draft, null, Stop));
        await Of("ShowDocuments, typed", () => desk.Get<ShowDocuments>().ExecuteAsync(desk.Actor, new LoanScope(draft), Stop));
        await Of("PostPledges", () => desk.PostAsync(draft));
        await Of("ShowDocuments", () => desk.Get<ShowDocuments>().ExecuteAsync(desk.Actor, new LoanScope(draft), Stop));
        await Of("ShowGroupPayouts", () => desk.Get<ShowGroupPayouts>().ExecuteAsync(desk.Actor, new LoanScope(draft), Stop));
        await Of("ShowTickets", () => desk.Get<ShowTickets>().ExecuteAsync(desk.Actor, draft, null, Stop));
        await Of("OfferPayout", () => desk.OfferAsync(draft));
        await Of("EnterCash", () => desk.Get<EnterCash>().ExecuteAsync(desk.Actor, draft, Money.FromRubles(100 * tickets), Stop));
        await Of("PrintReceipts", () => desk.Get<PrintReceipts>().ExecuteAsync(desk.Actor, draft, null, Stop));
        await Of("ShowReceipts", () => desk.Get<ShowReceipts>().ExecuteAsync(desk.Actor, draft, null, Stop));
        return counts;

        async Task Of(string name, Func<Task> work)
        {
            using var counting = _counter.Begin();
            await work();
            counts[name] = counting.Queries;
        }
    }

    /// <summary>Counts in the flow that began it alone: jobs and the change feed ask beside it.</summary>
    private sealed class Counter : DbCommandInterceptor
    {
        private readonly AsyncLocal<Counting?> _here = new();

        public Counting Begin() => _here.Value = new Counting(() => _here.Value = null);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (eventData.CommandSource != CommandSource.SaveChanges)
                _here.Value?.Note();
            return ValueTask.FromResult(result);
        }
    }

    private sealed class Counting(Action end) : IDisposable
    {
        private int _queries;

        public int Queries => _queries;

        public void Note() => Interlocked.Increment(ref _queries);

        public void Dispose() => end();
    }
}
