using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>
/// «Наличные» after posting: typed cash fills the operations in their tickets' order. Before posting cash is a field of
/// the draft and is saved with it.
/// </summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class EnterCash(IDbContextFactory<KvellDbContext> contexts, StoredRules rules) : IUseCase
{
    /// <returns>Null when it is entered.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid draftId, Money cash, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return await contexts.DecideAsync(async db =>
        {
            var draft = await db.Set<GroupDraft>().SingleAsync(row => row.Id == draftId, cancellationToken);
            actor.DemandBranch(draft.BranchId);
            if (draft.PostedAt is null)
                throw new IllegalTransitionException("Before posting cash is a field of the draft.");
            var operations = await db.OperationsOf(draftId).Select(row => row.Operation).ToListAsync(cancellationToken);
            var total = Money.Sum(operations.Select(operation => operation.LoanAmount));
            var branch = await db.Set<Branch>().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
            if (cash > total)
                return Refuse($"Наличных больше, чем займов. Поставьте не больше {total}.");
            if (await rules.CashRefusalAsync(db, cash, total, branch, cancellationToken) is { } sentence)
                return Refuse(sentence);
            if (await EnterAsync(db, operations, cash, cancellationToken) is { } why)
                return Refuse(why);
            draft.NoteCash();
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }, cancellationToken);
    }

    /// <returns>Why not, when a payout locks an operation whose cash would change.</returns>
    private static async Task<string?> EnterAsync(KvellDbContext db, List<PledgeOperation> operations, Money cash, CancellationToken cancellationToken)
    {
        var states = await TopUpStatesAsync(db, operations, cancellationToken);
        var shares = CashSplit.Over(operations.ConvertAll(operation => operation.LoanAmount), cash);
        var changed = operations.Zip(shares).Where(pair => pair.First.CashAmount != pair.Second).ToList();
        if (changed.Exists(pair => states.TryGetValue(pair.First.Id, out var state) && state.LocksOperation()))
            return TopUpSpeech.CashLockOf(states.Values);
        foreach (var (operation, share) in changed)
        {
            operation.EnterCash(share, payoutLock: false);
        }

        return null;
    }

    /// <summary>By operation; read after the operations' tokens.</summary>
    private static async Task<Dictionary<Guid, TopUpState>> TopUpStatesAsync(KvellDbContext db, List<PledgeOperation> operations, CancellationToken cancellationToken)
    {
        var ids = operations.ConvertAll(operation => operation.Id);
        return await db.Set<CardTopUp>().AsNoTracking()
            .Where(topUp => ids.Contains(topUp.OperationId))
            .ToDictionaryAsync(topUp => topUp.OperationId, topUp => topUp.State, cancellationToken);
    }

    private static Refusal Refuse(string sentence) => new(sentence, FieldKeys.Cash);
}
