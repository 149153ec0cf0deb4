using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

public sealed record PledgeFilter : ListFilter
{
    /// <summary>«Пробит»</summary>
    public bool? IsReceiptPrinted { get; init; }
}

/// <param name="PostedAt">In the branch's zone.</param>
/// <param name="Ticket">«Билет №01»</param>
/// <param name="IsPaidToCard">«Эквайринг»: lights only when the top-up is completed.</param>
public sealed record PledgeRow(
    Guid Id, DateTime PostedAt, string Number, string PledgorName, string Ticket, string? BlankNumber,
    Money LoanAmount, PaymentKind PaymentKind, bool IsReceiptPrinted, bool IsPaidToCard, string BranchName);

/// <summary>The journal «Операции по залогу».</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ListPledges(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<ListPage<PledgeRow>> ExecuteAsync(Actor actor, PledgeFilter filter, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var reader = await PledgeList.ReaderAsync(db, actor, filter, branches, cancellationToken);
        var page = await reader.PageAsync(filter.Place, cancellationToken);
        return new ListPage<PledgeRow>(await PledgeList.RowsAsync(db, page.Rows, branches, cancellationToken), page.Back, page.Forward);
    }
}
