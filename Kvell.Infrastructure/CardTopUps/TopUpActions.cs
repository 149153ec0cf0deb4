using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>«Проверить сейчас»: a status check, nothing else.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class CheckTopUpNow(IDbContextFactory<KvellDbContext> contexts, TopUpSender sender) : IUseCase
{
    public async Task ExecuteAsync(Actor actor, Guid topUpId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var state = await TopUpAccess.DemandDeskAsync(contexts, actor, topUpId, cancellationToken);
        if (state.IsUndecided())
            await sender.RunAsync(topUpId, TopUpVisit.ToCheck);
    }
}

/// <summary>«Прекратить попытки»: while no byte ever left.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class StopTopUp(IDbContextFactory<KvellDbContext> contexts, TopUpSender sender) : IUseCase
{
    public async Task ExecuteAsync(Actor actor, Guid topUpId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await TopUpAccess.DemandDeskAsync(contexts, actor, topUpId, cancellationToken);
        await sender.RunAsync(topUpId, TopUpVisit.ToStop);
    }
}

/// <summary>The client's code goes to the gateway; it is stored nowhere.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class ConfirmTopUp(IDbContextFactory<KvellDbContext> contexts, TopUpSender sender) : IUseCase
{
    public const string NotSentYet = "Код ещё не отправлен: в эту минуту идёт проверка выплаты. Введите его ещё раз.";

    /// <returns>What is wrong with the code, at its field; null when it was sent and the state says the rest.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid topUpId, string code, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await TopUpAccess.DemandDeskAsync(contexts, actor, topUpId, cancellationToken);
        var digits = (code ?? "").Trim();
        if (digits.Length is < 4 or > 8 || !digits.All(char.IsAsciiDigit))
            return new Refusal("Код – от 4 до 8 цифр, как назвал клиент.", "code");
        var step = await sender.RunAsync(topUpId, new TopUpVisit(new TopUpIntent.Confirm(), Code: digits));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var after = await db.Set<CardTopUp>().AsNoTracking().SingleAsync(row => row.Id == topUpId, cancellationToken);
        if (after.State != TopUpState.AwaitingCode)
            return null;

        // Somebody held the top-up all the while: what the row's message says is not about this code.
        if (step is not TopUpStep.Confirm)
            return new Refusal(NotSentYet, "code");
        return after.Message is { } message ? new Refusal(message, "code") : null;
    }
}

internal static class TopUpAccess
{
    /// <exception cref="AccessDeniedException">Unknown, or of a branch where the actor doesn't lend.</exception>
    public static async Task<TopUpState> DemandDeskAsync(
        IDbContextFactory<KvellDbContext> contexts, Actor actor, Guid topUpId, CancellationToken cancellationToken)
    {
        var (branchId, state) = await FindAsync(contexts, topUpId, cancellationToken);
        actor.DemandDesk(branchId);
        return state;
    }

    /// <exception cref="AccessDeniedException">Unknown, or another branch's.</exception>
    public static async Task DemandAsync(IDbContextFactory<KvellDbContext> contexts, Actor actor, Guid topUpId, CancellationToken cancellationToken) =>
        actor.DemandBranch((await FindAsync(contexts, topUpId, cancellationToken)).BranchId);

    private static async Task<(Guid BranchId, TopUpState State)> FindAsync(
        IDbContextFactory<KvellDbContext> contexts, Guid topUpId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Set<CardTopUp>().Where(topUp => topUp.Id == topUpId)
            .Select(topUp => new { topUp.BranchId, topUp.State }).SingleOrDefaultAsync(cancellationToken) ?? throw new AccessDeniedException();
        return (row.BranchId, row.State);
    }
}
