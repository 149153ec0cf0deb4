using System.Linq.Expressions;
using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>How the journal of operations is sorted, filtered and searched.</summary>
internal static class PledgeList
{
    /// <summary>A blank's number has eight digits: its beginning is one that means no more than a thousand.</summary>
    private const int FewestOfABlank = 7;

    private static readonly SortColumns<PledgeOperation> Columns = new(
        SortColumn.Date<PledgeOperation>(operation => operation.PostedAt, operation => operation.Id),
        SortColumn.Number<PledgeOperation>(operation => operation.Number, operation => operation.Id),
        SortColumn.Amount<PledgeOperation>(operation => operation.LoanAmount, operation => operation.Id));

    public static async Task<ListReader<PledgeOperation>> ReaderAsync(
        KvellDbContext db, Actor actor, PledgeFilter filter, Dictionary<Guid, Branch> branches, CancellationToken cancellationToken)
    {
        var rows = db.Set<PledgeOperation>().AsNoTracking();
        var (sort, isAscending) = Columns.Of(filter.Order);
        return new ListReader<PledgeOperation>
        {
            Rows = rows,
            Sort = sort,
            IsAscending = isAscending,
            Dates = Columns.Date,
            Scope = actor.ScopeOf(filter, branches) is { } branch ? operation => operation.BranchId == branch : null,
            Dated = Conditions.All(
                WithReceipt(filter.IsReceiptPrinted),
                Period.Of<PledgeOperation>(filter, branches.Values, operation => operation.PostedAt, operation => operation.BranchId)),
            Terms = await TermsAsync(db, rows, SearchWords.Parse(filter.Search), branches.Values, cancellationToken),
        };
    }

    /// <summary>What stands in the rows beside the operations themselves.</summary>
    public static async Task<IReadOnlyList<PledgeRow>> RowsAsync(
        KvellDbContext db, IReadOnlyList<PledgeOperation> operations, Dictionary<Guid, Branch> branches, CancellationToken cancellationToken)
    {
        if (operations.Count == 0)
            return [];
        var (ticketIds, operationIds) = (operations.Select(row => row.TicketId).ToList(), operations.Select(row => row.Id).ToList());
        var tickets = await db.Set<PledgeTicket>().AsNoTracking()
            .Where(ticket => ticketIds.Contains(ticket.Id))
            .ToDictionaryAsync(ticket => ticket.Id, cancellationToken);
        var paid = await db.Set<CardTopUp>()
            .Where(topUp => operationIds.Contains(topUp.OperationId))
            .Select(topUp => new { topUp.OperationId, topUp.State })
            .ToDictionaryAsync(topUp => topUp.OperationId, topUp => topUp.State == TopUpState.Completed, cancellationToken);
        return [.. operations.Select(operation => new PledgeRow(
            operation.Id, BranchZone.ToLocal(operation.PostedAt, branches[operation.BranchId].Zone), operation.Number,
            operation.PledgorName, tickets[operation.TicketId].Name, tickets[operation.TicketId].BlankNumber, operation.LoanAmount,
            operation.PaymentKind, operation.IsReceiptPrinted, paid.GetValueOrDefault(operation.Id), branches[operation.BranchId].Name))];
    }

    private static Expression<Func<PledgeOperation, bool>>? WithReceipt(bool? isPrinted) =>
        isPrinted is { } wanted ? operation => operation.IsReceiptPrinted == wanted : null;

    private static async Task<IReadOnlyList<SearchTerm<PledgeOperation>>> TermsAsync(
        KvellDbContext db, IQueryable<PledgeOperation> rows, SearchWords words, IReadOnlyCollection<Branch> branches, CancellationToken cancellationToken)
    {
        var terms = new List<SearchTerm<PledgeOperation>>();
        foreach (var word in words.Numbers)
        {
            var byBlank = await ByBlankAsync(db, word, cancellationToken);
            var ways = new SearchWays<PledgeOperation>(rows).Number(operation => operation.Number, word, branches);
            terms.Add((byBlank.Count == 0 ? ways : ways.By(operation => operation.Id, operation => byBlank.Contains(operation.Id))).Term);
        }

        if (words.Names.Count > 0)
        {
            terms.Add(new SearchWays<PledgeOperation>(rows)
                .Name(operation => operation.SearchName, operation => operation.Number, words.Names, branches).Term);
        }

        return terms;
    }

    /// <summary>The operations whose ticket stands on such a blank: <c>ГП00000066</c>.</summary>
    private static async Task<List<Guid>> ByBlankAsync(KvellDbContext db, string word, CancellationToken cancellationToken)
    {
        if (word.Length < FewestOfABlank || !char.IsLetter(word[0]))
            return [];
        return await db.Set<PledgeTicket>()
            .Where(Conditions.Begins<PledgeTicket>(ticket => ticket.BlankNumber!, word))
            .Join(db.Set<PledgeOperation>(), ticket => ticket.Id, operation => operation.TicketId, (_, operation) => operation.Id)
            .ToListAsync(cancellationToken);
    }
}
