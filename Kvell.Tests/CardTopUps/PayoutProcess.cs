using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Tests.CardTopUps;

/// <summary>A service graph of its own: what a server process remembers dies with it.</summary>
internal sealed class PayoutProcess(ServiceProvider services) : IDisposable
{
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public KvellDbContext Open() => Get<IDbContextFactory<KvellDbContext>>().CreateDbContext();

    public void Dispose() => services.Dispose();
}

/// <summary>A loan in the house and what one does to it.</summary>
internal sealed record PayoutLoan(PayoutHouse House, Guid TopUpId, Guid OperationId, Guid DraftId)
{
    private static readonly CardNumber Card = CardNumber.Parse(PayoutHouse.CardDigits);

    public async Task<CardTopUp> ReadAsync()
    {
        await using var db = House.Desk.Open();
        return await db.Set<CardTopUp>().AsNoTracking().Include(topUp => topUp.Attempts.OrderBy(attempt => attempt.Number)).SingleAsync(topUp => topUp.Id == TopUpId);
    }

    public async Task<TopUpState> StateAsync() => (await ReadAsync()).State;

    public async Task<bool> IsDecidedAsync() => await StateAsync() is TopUpState.New or TopUpState.Declined or TopUpState.Completed;

    public async Task<List<GatewayRequest>> LogAsync()
    {
        await using var db = House.Desk.Open();
        return await db.Set<GatewayRequest>().Where(row => row.TopUpId == TopUpId).OrderBy(row => row.StartedAt).ThenBy(row => row.Id).ToListAsync();
    }

    /// <summary>The press of a person who sees what the row says now.</summary>
    public async Task<TopUpStep> PressAsync(PayoutProcess? by = null, int? seen = null)
    {
        var press = new TopUpIntent.Press(seen ?? (await ReadAsync()).Attempts.Count, House.Clock.Now);
        return await RunAsync(new TopUpVisit(press, Order()), by);
    }

    public Task<TopUpStep> RunAsync(TopUpVisit visit, PayoutProcess? by = null) => (by ?? House.Desk).Get<TopUpProcessor>().RunAsync(TopUpId, visit);

    public PayoutOrder Order() => new(
        OperationId, Card, new GatewayTerminal(House.Terminal.Id, House.Terminal.ApiKey, House.Terminal.IsTest), TopUpStory.Receiver.UserId);

    /// <summary>The keys that sealed the attempt's bytes are gone.</summary>
    public async Task LoseKeysAsync()
    {
        await using var db = House.Desk.Open();
        await db.Set<TopUpAttempt>().Where(attempt => attempt.TopUpId == TopUpId).ExecuteUpdateAsync(row => row.SetProperty(attempt => attempt.SealedBody, new byte[] { 1, 2, 3 }));
    }

    /// <summary>The card as the dialog keeps it, sealed.</summary>
    public async Task ChooseCardAsync()
    {
        await using var db = House.Desk.Open();
        var chosen = ChosenCard.For(DraftId);
        chosen.Choose(House.Desk.Get<Seals>().Card.SealText(Card.Reveal()), Card.Mask, House.Clock.Now);
        db.Add(chosen);
        await db.SaveChangesAsync();
    }

    public async Task<ChosenCard> ReadCardAsync()
    {
        await using var db = House.Desk.Open();
        return await db.Set<ChosenCard>().SingleAsync(card => card.DraftId == DraftId);
    }
}
