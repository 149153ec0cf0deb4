using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Lists;

/// <summary>The application with one posted group and more documents like it than a page holds: sums from 1 001 roubles on.</summary>
public sealed class JournalHouse : IAsyncLifetime
{
    private const int Documents = 60;

    private int _made;

    public KvellHost Host { get; } = new();

    /// <summary>The posted group's operation and its top-up, the newest of all.</summary>
    public string LastNumber { get; private set; } = "";

    private Guid LastOperation { get; set; }

    public async ValueTask InitializeAsync()
    {
        using var desk = await PayoutDesk.OpenAsync(Host);
        var draft = await desk.PostedAsync("5000");
        await using var db = await OpenAsync();
        var operation = await db.Set<PledgeOperation>().AsNoTracking().SingleAsync(row => row.DraftId == draft);
        (LastNumber, LastOperation) = (operation.Number, operation.Id);
        await MakeAsync(Documents, 1001);
        await AddTopUpAsync(operation);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Documents of the first branch, with their top-ups, «Новый».</summary>
    public async Task MakeAsync(int count, int firstRubles)
    {
        await using var db = await OpenAsync();
        var like = await db.Set<PledgeOperation>().AsNoTracking().SingleAsync(row => row.Id == LastOperation);
        var branch = await db.Set<Branch>().SingleAsync(row => row.Id == like.BranchId);
        var pledgor = await db.Set<Pledgor>().SingleAsync(row => row.Id == like.PledgorId);
        var by = (await PayoutDesk.OpenAsync(Host)).Actor;
        for (var i = 0; i < count; i++, _made++)
        {
            var loan = Domain.Common.Money.FromRubles(firstRubles + i);
            var ticket = PledgeTicket.Create(branch.Id, Guid.CreateVersion7(), 1, loan, loan, null);
            var operation = PledgeOperation.Post($"{branch.DocumentPrefix}-{101 + _made:D6}", ticket, pledgor, like.TariffId, like.LoanDate, default, by, like.PostedAt.AddMinutes(-_made - 1));
            db.AddRange(ticket, operation, CardTopUp.Create(operation.Number, operation, branch.Zone, by, operation.PostedAt));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>As the processor's commit would: the page is told of it.</summary>
    public async Task CompleteLastAsync()
    {
        await using var db = await OpenAsync();
        var topUp = await db.Set<CardTopUp>().SingleAsync(row => row.OperationId == LastOperation);
        db.Entry(topUp).Property(row => row.State).CurrentValue = TopUpState.Completed;
        await db.SaveChangesAsync();
    }

    private async Task AddTopUpAsync(PledgeOperation operation)
    {
        await using var db = await OpenAsync();
        var branch = await db.Set<Branch>().SingleAsync(row => row.Id == operation.BranchId);
        db.Add(CardTopUp.Create(operation.Number, operation, branch.Zone, (await PayoutDesk.OpenAsync(Host)).Actor, operation.PostedAt));
        await db.SaveChangesAsync();
    }

    private Task<KvellDbContext> OpenAsync() => Host.Services.GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync();
}
