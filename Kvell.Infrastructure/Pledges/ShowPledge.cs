using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>Opens a document «Операция по залогу».</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowPledge(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    /// <returns>Null where there is no such document.</returns>
    /// <exception cref="AccessDeniedException">It belongs to another's branch.</exception>
    public async Task<PledgeDocument?> ExecuteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var operation = await db.Set<PledgeOperation>().AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancellationToken);
        if (operation is null)
            return null;
        actor.DemandBranch(operation.BranchId);

        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(found => found.Id == operation.BranchId, cancellationToken);
        var ticket = await db.Set<PledgeTicket>().AsNoTracking().SingleAsync(found => found.Id == operation.TicketId, cancellationToken);
        var topUp = await db.Set<CardTopUp>().AsNoTracking().Include(found => found.Attempts)
            .SingleOrDefaultAsync(found => found.OperationId == id, cancellationToken);
        var revisions = await db.Set<LoanRevision>().AsNoTracking().Where(row => row.OperationId == id).OrderBy(row => row.Number).ToListAsync(cancellationToken);
        return new PledgeDocument
        {
            Id = operation.Id,
            DraftId = operation.DraftId,
            IsSingle = await db.Set<GroupDraft>().AnyAsync(draft => draft.Id == operation.DraftId && draft.IsSingle, cancellationToken),
            BranchId = operation.BranchId,
            Number = operation.Number,
            PostedAt = BranchZone.ToLocal(operation.PostedAt, branch.Zone),
            LoanDate = operation.LoanDate,
            PostedByName = operation.PostedByName,
            BranchName = branch.Name,
            Tariff = await db.Set<Tariff>().AsNoTracking().SingleOrDefaultAsync(found => found.Id == operation.TariffId, cancellationToken),
            IssueDayBearsInterest = operation.IssueDayBearsInterest,
            PledgorName = operation.PledgorName,
            Pledgor = await db.Set<Pledgor>().AsNoTracking().SingleAsync(found => found.Id == operation.PledgorId, cancellationToken),
            Ticket = ticket.Name,
            TicketOrdinal = ticket.Ordinal,
            BlankNumber = ticket.BlankNumber,
            Appraisal = ticket.Appraisal,
            LoanAmount = operation.LoanAmount,
            CashAmount = operation.CashAmount,
            IsReceiptPrinted = operation.IsReceiptPrinted,
            Zeroing = operation.ZeroedAt is { } zeroed
                ? new PledgeZeroing(operation.ZeroedByName!, BranchZone.ToLocal(zeroed, branch.Zone), operation.ZeroedReason!, operation.ZeroedAmount!.Value) : null,
            WhyNotZero = operation.WhyNotZero(topUp?.State, isUnanswered: false),
            MayRedate = operation.WhyNotRedate(topUp?.State, isUnanswered: false, BranchZone.DayOf(time.GetUtcNow().UtcDateTime, branch.Zone)) is null,
            Revisions = revisions.ConvertAll(row => new PledgeRevision(row.FromDate, row.ToDate, row.SpoiltBlank, BranchZone.ToLocal(row.At, branch.Zone), row.MadeByName)),
            Items = await db.Set<PledgedItem>().AsNoTracking().Where(item => item.TicketId == ticket.Id).OrderBy(item => item.Ordinal).ToListAsync(cancellationToken),
            IsKvellInUse = await db.IsKvellInUseAsync(cancellationToken),
            ChosenCardMask = await db.Set<ChosenCard>().Where(card => card.DraftId == operation.DraftId).Select(card => card.Mask).SingleOrDefaultAsync(cancellationToken),
            TopUp = topUp is null ? null : InShort(topUp, branch.Zone),
            History = await db.ReadHistoryAsync(operation, ticket.Ordinal, revisions, topUp, branch.Zone, cancellationToken),
        };
    }

    private PledgeTopUp InShort(CardTopUp topUp, TimeZoneInfo zone)
    {
        DateTime? Local(DateTime? utc) => utc is { } at ? BranchZone.ToLocal(at, zone) : null;
        return new PledgeTopUp(
            topUp.Id,
            $"{topUp.Number} от {Russian.DateAndTime(BranchZone.ToLocal(topUp.CreatedAt, zone))}",
            topUp.State,
            TopUpSpeech.SentenceOf(topUp.State, Local(topUp.NextActionAt), topUp.Message),
            topUp.NeedsAttention(time.GetUtcNow().UtcDateTime),
            topUp.CardMask,
            topUp.KvellId,
            Local(topUp.CompletedAt),
            topUp.Attempts.Count);
    }
}
