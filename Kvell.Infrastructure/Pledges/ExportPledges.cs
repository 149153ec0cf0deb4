using System.Runtime.CompilerServices;
using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>The journal «Операции по залогу» as a workbook: all that the filter lets through.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ExportPledges(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    private const int AtOnce = 500;

    private static readonly SheetColumn<PledgeRow>[] Columns =
    [
        new("Дата", 20, row => row.PostedAt),
        new("Номер", 16, row => row.Number),
        new("Залогодатель", 34, row => row.PledgorName),
        new("Билет", 12, row => row.Ticket),
        new("Номер БСО", 14, row => row.BlankNumber),
        new("Сумма займа", 14, row => row.LoanAmount),
        new("Тип оплаты", 24, row => PaymentWords.Of(row.PaymentKind)),
        new("Пробит", 10, row => row.IsReceiptPrinted ? "✓" : ""),
        new("Эквайринг", 10, row => row.IsPaidToCard ? "✓" : ""),
        new("Филиал", 18, row => row.BranchName),
    ];

    public async Task ExecuteAsync(Actor actor, PledgeFilter filter, Stream workbook, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var reader = await PledgeList.ReaderAsync(db, actor, filter, branches, cancellationToken);
        await Workbook.WriteAsync(workbook, "Операции по залогу", Columns, RowsAsync(reader.StreamAsync(cancellationToken), branches, cancellationToken), cancellationToken);
    }

    /// <summary>Tickets and payouts are read beside the operations, on a connection of their own, for some hundred rows at a time.</summary>
    private async IAsyncEnumerable<PledgeRow> RowsAsync(
        IAsyncEnumerable<PledgeOperation> operations, Dictionary<Guid, Branch> branches, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var beside = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var chunk in operations.Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            foreach (var row in await PledgeList.RowsAsync(beside, chunk, branches, cancellationToken))
                yield return row;
        }
    }
}
