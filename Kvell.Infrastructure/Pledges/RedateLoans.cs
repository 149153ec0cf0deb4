using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Pledges;

/// <summary>
/// «Переоформить сегодняшней датой»: all the named loans of a group or none, in one commit with their spoiled blanks. Refused numbers are
/// asked about once more first (rule 14); an attempt that starts meanwhile makes this commit conflict (rule 7).
/// </summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed partial class RedateLoans(IDbContextFactory<KvellDbContext> contexts, IClosedNumbers closedNumbers, TimeProvider clock, ILogger<RedateLoans> log) : IUseCase
{
    /// <returns>Null when it is done.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid draftId, IReadOnlyCollection<Guid> operationIds, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var askedAt = clock.GetUtcNow().UtcDateTime;
        if (await RefusedTopUpsAsync(actor, draftId, operationIds, cancellationToken) is { Count: > 0 } refused)
            await closedNumbers.AskAsync(refused, askedAt);
        var refusal = await contexts.DecideAsync(db => RedateAsync(db, actor, draftId, operationIds, askedAt, cancellationToken), cancellationToken);
        if (refusal is null)
            LogRedated(operationIds.Count, draftId, actor.UserId);
        return refusal;
    }

    /// <returns>Top-ups whose numbers are closed and may have been paid after all.</returns>
    private async Task<List<Guid>> RefusedTopUpsAsync(Actor actor, Guid draftId, IReadOnlyCollection<Guid> operationIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (_, loans) = await LoadAsync(db, actor, draftId, operationIds, cancellationToken);
        return [.. loans.Where(loan => loan.TopUp is { State: TopUpState.Declined } && !loan.Operation.IsZeroed).Select(loan => loan.TopUp!.Id)];
    }

    private async Task<Refusal?> RedateAsync(
        KvellDbContext db, Actor actor, Guid draftId, IReadOnlyCollection<Guid> operationIds, DateTime askedAt, CancellationToken cancellationToken)
    {
        var (draft, loans) = await LoadAsync(db, actor, draftId, operationIds, cancellationToken);
        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = BranchZone.DayOf(now, branch.Zone);
        foreach (var loan in loans)
        {
            if (loan.Operation.WhyNotRedate(loan.TopUp?.State, IsUnanswered(loan, askedAt), today) is { } why)
                return new Refusal($"Займ не переоформлен. {loan.Ticket.Name}: {why}.");
        }

        var blanks = await db.Set<TicketBlank>().Where(blank => blank.DraftId == draftId && blank.State == BlankState.Printed).ToListAsync(cancellationToken);
        var versions = await db.Set<Tariff>().AsNoTracking().ToListAsync(cancellationToken);
        var issueDay = await db.IssueDayBearsInterestAsync(cancellationToken);
        foreach (var loan in loans)
        {
            var revision = loan.Operation.Redate(
                today, TariffOn(today, loan.Operation, versions, issueDay), loan.Ticket.BlankNumber, loan.TopUp?.State, IsUnanswered(loan, askedAt), actor, now);
            db.Add(revision);
            LoanDates.Follow(loan.TopUp, loan.Operation, branch.Zone);
            loan.Ticket.NoteSpoiled();
            blanks.Find(blank => blank.TicketOrdinal == loan.Ticket.Ordinal)?.Spoil(revision.Reason, actor.UserId, now);
        }

        // Whoever prints a ticket of the group at this moment meets this commit: an old one is not printed with the old date.
        draft.NoteBlanks();
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>The same tariff, in the version that is valid on that day.</summary>
    private static LoanTariff TariffOn(DateOnly day, PledgeOperation operation, List<Tariff> versions, bool issueDayBearsInterest)
    {
        var line = versions.Find(version => version.Id == operation.TariffId)?.LineId;
        return new LoanTariff(Tariff.ChosenOn(day, line, versions)?.Id ?? operation.TariffId, issueDayBearsInterest);
    }

    private static bool IsUnanswered(Loan loan, DateTime askedAt) => loan.TopUp is { State: TopUpState.Declined } topUp && topUp.ForbidsCash(askedAt);

    /// <summary>The operations' tokens are read before their top-ups.</summary>
    private static async Task<(GroupDraft Draft, List<Loan> Loans)> LoadAsync(
        KvellDbContext db, Actor actor, Guid draftId, IReadOnlyCollection<Guid> operationIds, CancellationToken cancellationToken)
    {
        var draft = await db.Set<GroupDraft>().SingleOrDefaultAsync(row => row.Id == draftId, cancellationToken) ?? throw new AccessDeniedException();
        actor.DemandDesk(draft.BranchId);
        var rows = await db.OperationsOf(draftId).Where(row => operationIds.Contains(row.Operation.Id)).ToListAsync(cancellationToken);
        if (rows.Count == 0 || rows.Count != operationIds.Count)
            throw new AccessDeniedException();
        var topUps = await db.Set<CardTopUp>().Include(topUp => topUp.Attempts)
            .Where(topUp => operationIds.Contains(topUp.OperationId)).ToDictionaryAsync(topUp => topUp.OperationId, cancellationToken);
        return (draft, rows.ConvertAll(row => new Loan(row.Operation, row.Ticket, topUps.GetValueOrDefault(row.Operation.Id))));
    }

    private sealed record Loan(PledgeOperation Operation, PledgeTicket Ticket, CardTopUp? TopUp);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} loans of draft {DraftId} were re-dated by {By}")]
    private partial void LogRedated(int count, Guid draftId, Guid by);
}
