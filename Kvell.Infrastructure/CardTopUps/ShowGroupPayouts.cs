using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>How the payout of one ticket stands, for its row.</summary>
/// <param name="State">Null while there is no document yet.</param>
/// <param name="Sentence">What to tell the client and what to press.</param>
/// <param name="IsQueued">Pressed on this server, and not begun yet.</param>
/// <param name="IsZeroed">The operation is out of force: nothing is paid or waited for.</param>
public sealed record TicketPayout(Guid OperationId, Guid? TopUpId, string TicketName, Money Amount, TopUpState? State, string Sentence, bool IsZeroed = false, bool IsQueued = false)
{
    public bool IsPaidToCard => State == TopUpState.Completed;

    public bool MayCheck => State?.IsUndecided() ?? false;

    public bool MayStop => State == TopUpState.Postponed;

    public bool AwaitsCode => State == TopUpState.AwaitingCode;
}

/// <summary>Payouts of a draft's posted loans.</summary>
/// <param name="NotReady">What is missing for the gateway to be used; null when ready or not in use.</param>
/// <param name="CardMask">The card chosen last; its number may be erased already.</param>
public sealed record GroupPayouts(bool IsKvellInUse, string? NotReady, string? CardMask, IReadOnlyList<TicketPayout> Tickets)
{
    /// <summary>Why cash and sum can't be changed; null while they can.</summary>
    public string? CashLock => TopUpSpeech.CashLockOf([.. Tickets.Select(ticket => ticket.State).OfType<TopUpState>()]);

    public bool IsAllPaid => Tickets.Any(ticket => ticket.IsPaidToCard) && Tickets.All(ticket => ticket.IsPaidToCard || ticket.IsZeroed);

    public bool IsAllZeroed => Tickets.Count > 0 && Tickets.All(ticket => ticket.IsZeroed);

    public Money Total => Money.Sum(Tickets.Select(ticket => ticket.Amount));

    public Money Paid => SumOf(ticket => ticket.IsPaidToCard);

    public Money Undecided => SumOf(ticket => ticket.MayCheck);

    public Money Queued => SumOf(ticket => ticket.IsQueued);

    public Money Postponed => SumOf(ticket => ticket.MayStop);

    /// <summary>Something is under way, or will be by itself.</summary>
    public bool IsWaiting => Undecided.IsPositive || Postponed.IsPositive;

    private Money SumOf(Func<TicketPayout, bool> which) => Money.Sum(Tickets.Where(which).Select(ticket => ticket.Amount));
}

/// <summary>What tab «Оформление документов» shows of the group's payouts, and the operation's page of its one.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class ShowGroupPayouts(
    IDbContextFactory<KvellDbContext> contexts, IGroupDraftFacts drafts, KvellReadinessCheck readiness, TopUpSender sender) : IUseCase
{
    public async Task<GroupPayouts> ExecuteAsync(Actor actor, LoanScope scope, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var draftId = scope.DraftId;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await drafts.ReadAsync(db, draftId, cancellationToken) ?? throw new AccessDeniedException();
        actor.DemandDesk(facts.BranchId);
        var zone = (await db.Set<Branch>().SingleAsync(row => row.Id == facts.BranchId, cancellationToken)).Zone;
        var loans = await GroupLoan.LoadAsync(db, scope, cancellationToken);
        var ready = await readiness.CheckAsync(db, facts.BranchId, cancellationToken);
        var mask = await db.Set<ChosenCard>().Where(card => card.DraftId == draftId).Select(card => card.Mask).SingleOrDefaultAsync(cancellationToken);
        return new GroupPayouts(ready.IsInUse, ready.IsInUse ? ready.Sentence : null, mask, [.. loans.Select(loan => RowOf(loan, zone))]);
    }

    private TicketPayout RowOf(GroupLoan loan, TimeZoneInfo zone)
    {
        var isQueued = loan is { IsPayable: true, TopUp: { } waiting } && sender.IsQueued(waiting.Id);
        DateTime? nextAt = loan.TopUp?.NextActionAt is { } at ? BranchZone.ToLocal(at, zone) : null;
        return new TicketPayout(
            loan.Operation.Id,
            loan.TopUp?.Id,
            loan.Ticket.Name,
            loan.Operation.LoanAmount,
            loan.TopUp?.State,
            loan.Operation.IsZeroed ? $"Операция обнулена: {loan.Operation.ZeroedReason}" : isQueued ? TopUpSpeech.Queued : TopUpSpeech.SentenceOf(loan.State, nextAt, loan.TopUp?.Message),
            loan.Operation.IsZeroed,
            isQueued);
    }
}
