using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Pledges.Issue;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <param name="OperationNumber">Null: not posted yet.</param>
/// <param name="LoanDate">Null: not posted yet.</param>
/// <param name="ZeroedReason">Null while the operation is in force.</param>
public sealed record TicketRow(
    int Ordinal, Money Loan, Money Cash, string? BlankNumber, Guid? OperationId, string? OperationNumber, bool IsReceiptPrinted, string? ZeroedReason = null,
    DateOnly? LoanDate = null)
{
    public string Name => PledgeTicket.NameOf(Ordinal);

    public bool IsZeroed => ZeroedReason is not null;
}

/// <summary>Everything «Оформление документов» shows, as the database has it.</summary>
/// <param name="NextBlank">Null where there is none, and on plain paper.</param>
/// <param name="LoanDate">Fixed by posting, until a loan is re-dated: then the latest. Null before posting.</param>
/// <param name="TariffId">The version it was posted under; null before that.</param>
/// <param name="IssueDayBearsInterest">As it was posted; before that as the policy is now.</param>
public sealed record DocumentsView(
    Money CashBalance, int CleanBlanks, string? NextBlank, IReadOnlyList<TicketRow> Tickets, DateTime? PostedAt, DateOnly? LoanDate, Guid? TariffId, bool IssueDayBearsInterest,
    bool IsClosed, bool IsRedated, IssueTerms Terms, bool IsOnPlainPaper)
{
    /// <summary>How the client hears of these loans, as saved.</summary>
    public InformWays Informs { get; init; }

    /// <summary>What was found out about the client after posting.</summary>
    public IReadOnlyList<FieldRefusal> NewHits { get; init; } = [];

    public bool IsPosted => PostedAt is not null;

    public Money Total => Money.Sum(Tickets.Select(ticket => ticket.Loan));

    public Money Cash => Money.Sum(Tickets.Select(ticket => ticket.Cash));

    /// <summary>What has left the drawer: with the receipts.</summary>
    public Money CashGiven => Money.Sum(Tickets.Where(ticket => ticket.IsReceiptPrinted).Select(ticket => ticket.Cash));
}

[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class ShowDocuments(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    /// <summary>Of one posted operation its ticket alone is shown.</summary>
    public async Task<DocumentsView> ExecuteAsync(Actor actor, LoanScope scope, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var draftId = scope.DraftId;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await db.Set<GroupDraft>().AsNoTracking().SingleAsync(row => row.Id == draftId, cancellationToken);
        actor.DemandDesk(draft.BranchId);
        var branch = await db.Set<Branch>().AsNoTracking().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
        var blanks = db.CleanBlanks(draft.BranchId).AsNoTracking();
        var isPlain = await db.PrintsOnPlainPaperAsync(cancellationToken);
        var next = isPlain ? null : await blanks.FirstOrDefaultAsync(cancellationToken);
        var operations = (await db.OperationsOf(draftId).AsNoTracking().ToListAsync(cancellationToken)).FindAll(row => scope.Covers(row.Operation.Id));
        var posted = operations.FirstOrDefault()?.Operation;
        var form = DraftContent.Read(draft);
        return new DocumentsView(
            branch.CashBalance,
            await blanks.CountAsync(cancellationToken),
            next?.Number,
            draft.PostedAt is null ? await DraftRowsAsync(db, draft.Id, form, cancellationToken) : operations.ConvertAll(PostedRow),
            draft.PostedAt,
            operations.Max(row => (DateOnly?)row.Operation.LoanDate),
            posted?.TariffId,
            posted?.IssueDayBearsInterest ?? await db.IssueDayBearsInterestAsync(cancellationToken),
            draft.ClosedAt is not null,
            operations.Exists(row => row.Operation.RevisionCount > 0),
            await IssueGate.ReadTermsAsync(db, branch, cancellationToken),
            isPlain)
        {
            Informs = form.Informs,
            NewHits = draft.PostedAt is { } postedAt
                ? await db.NewHitsAsync(form, BranchZone.DayOf(postedAt, branch.Zone), branch.Zone, cancellationToken)
                : [],
        };
    }

    private static TicketRow PostedRow(TicketOperation row) => new(
        row.Ticket.Ordinal, row.Operation.LoanAmount, row.Operation.CashAmount, row.Ticket.BlankNumber, row.Operation.Id, row.Operation.Number, row.Operation.IsReceiptPrinted,
        row.Operation.ZeroedReason, row.Operation.LoanDate);

    private static async Task<IReadOnlyList<TicketRow>> DraftRowsAsync(KvellDbContext db, Guid draftId, GroupForm form, CancellationToken cancellationToken)
    {
        var blanks = await db.PrintedBlanksAsync(draftId, cancellationToken);
        var tickets = GroupRules.TicketsOf(form);
        var loans = tickets.Select(ticket => ticket.Loan).ToList();
        var cash = CashSplit.Over(loans, Money.Min(form.Issue.CashAmount ?? Money.Zero, Money.Sum(loans)));
        return [.. tickets.Select((ticket, i) => new TicketRow(
            ticket.Ordinal, ticket.Loan, cash[i], blanks.GetValueOrDefault(ticket.Ordinal), null, null, false))];
    }
}
