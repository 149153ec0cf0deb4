using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>
/// «Наличные» after posting: typed cash fills the operations in their tickets' order, or is one operation's, entered on its own page. Before posting cash is a field of
/// the draft and is saved with it.
/// </summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class EnterCash(IDbContextFactory<KvellDbContext> contexts, StoredRules rules, IClosedNumbers closedNumbers, TimeProvider clock) : IUseCase
{
    public const string NotConfirmed = "KVELL не подтвердил, что прежняя выплата на карту не прошла. Наличные не внесены: повторите позже.";

    public const string ReceiptStands = "Чек пробит, тип оплаты больше не меняется. Сначала «Чек возврата» на странице операции.";

    public const string CannotAsk =
        "KVELL недоступен, и прошла ли прежняя выплата на карту, не узнать. Наличные не внесены: повторите позже или попросите сотрудника с полными правами продолжить без проверки.";

    /// <returns>Null when it is entered.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid draftId, Money cash, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return await EnterAsync(new Entry(actor, draftId, null, cash), cancellationToken);
    }

    /// <summary>One operation's cash; the others of its group stay as they are.</summary>
    /// <returns>Null when it is entered.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid draftId, Guid operationId, Money cash, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return await EnterAsync(new Entry(actor, draftId, operationId, cash), cancellationToken);
    }

    private async Task<Refusal?> EnterAsync(Entry entry, CancellationToken cancellationToken)
    {
        var askedAt = clock.GetUtcNow().UtcDateTime;
        if (await AskAsync(entry, askedAt, cancellationToken) is { } refusal)
            return refusal;
        return await contexts.DecideAsync(async db =>
        {
            var (draft, shares, cashRefusal) = await ShareAsync(db, entry, cancellationToken);
            if (cashRefusal is not null)
                return cashRefusal;
            var topUps = await TopUpsAsync(db, shares, cancellationToken);
            var replaced = topUps.FindAll(topUp => shares.Exists(pair => pair.Operation.Id == topUp.OperationId && pair.Share.IsPositive));
            if (PayoutRefusal(topUps, replaced, askedAt) is { } shut)
                return shut;
            foreach (var (operation, share) in shares)
                operation.EnterCash(share, payoutLock: false);
            Waivers.UseUp(replaced);
            draft.NoteCash();
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }, cancellationToken);
    }

    /// <summary>Rule 14, before the commit that decides: KVELL is asked about what was refused, where cash would replace it.</summary>
    private async Task<Refusal?> AskAsync(Entry entry, DateTime askedAt, CancellationToken cancellationToken)
    {
        List<Guid> declined;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var (_, shares, refusal) = await ShareAsync(db, entry, cancellationToken);
            if (refusal is not null)
                return refusal;
            var given = shares.FindAll(pair => pair.Share.IsPositive);
            declined = [.. (await TopUpsAsync(db, given, cancellationToken)).Where(topUp => topUp.State == TopUpState.Declined).Select(topUp => topUp.Id)];
        }

        if (declined.Count > 0)
            await closedNumbers.AskAsync(declined, askedAt);
        return null;
    }

    /// <returns>The operations whose cash would change, with their new share; or why the sum can't be.</returns>
    private async Task<(GroupDraft Draft, List<(PledgeOperation Operation, Money Share)> Shares, Refusal? Refusal)> ShareAsync(
        KvellDbContext db, Entry entry, CancellationToken cancellationToken)
    {
        var (actor, draftId, operationId, cash) = entry;
        var draft = await db.Set<GroupDraft>().SingleAsync(row => row.Id == draftId, cancellationToken);
        actor.DemandDesk(draft.BranchId);
        if (draft.PostedAt is null)
            throw new IllegalTransitionException("Before posting cash is a field of the draft.");
        var operations = await db.OperationsOf(draftId).Select(row => row.Operation)
            .Where(operation => operation.ZeroedAt == null && (operationId == null || operation.Id == operationId)).ToListAsync(cancellationToken);
        var total = Money.Sum(operations.Select(operation => operation.LoanAmount));
        var branch = await db.Set<Branch>().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
        if (cash > total)
            return (draft, [], Refuse($"Наличных больше, чем займов. Поставьте не больше {total}."));
        var given = Money.Sum(operations.Where(operation => operation.IsReceiptPrinted).Select(operation => operation.CashAmount));
        if (await rules.CashRefusalAsync(db, cash, total, branch, cancellationToken, given) is { } sentence)
            return (draft, [], Refuse(sentence));
        var shares = CashSplit.Over(operations.ConvertAll(operation => operation.LoanAmount), cash);
        List<(PledgeOperation Operation, Money Share)> changed = [.. operations.Zip(shares).Where(pair => pair.First.CashAmount != pair.Second)];
        return changed.Exists(pair => pair.Operation.IsReceiptPrinted) ? (draft, [], Refuse(ReceiptStands)) : (draft, changed, null);
    }

    /// <summary>What the operations' top-ups forbid; read after the operations' tokens (rule 7).</summary>
    private static Refusal? PayoutRefusal(List<CardTopUp> topUps, List<CardTopUp> replaced, DateTime askedAt)
    {
        if (TopUpSpeech.CashLockOf(topUps.ConvertAll(topUp => topUp.State)) is { } shut)
            return Refuse(shut);
        return replaced.Find(topUp => topUp.ForbidsCash(askedAt)) is { } unsure ? Refuse(unsure.CannotBeAsked ? CannotAsk : NotConfirmed) : null;
    }

    private static Task<List<CardTopUp>> TopUpsAsync(
        KvellDbContext db, List<(PledgeOperation Operation, Money Share)> shares, CancellationToken cancellationToken)
    {
        var ids = shares.ConvertAll(pair => pair.Operation.Id);
        return db.Set<CardTopUp>().Include(topUp => topUp.Attempts).Where(topUp => ids.Contains(topUp.OperationId)).ToListAsync(cancellationToken);
    }

    private static Refusal Refuse(string sentence) => new(sentence, FieldKeys.Cash);

    private sealed record Entry(Actor Actor, Guid DraftId, Guid? OperationId, Money Cash);
}
