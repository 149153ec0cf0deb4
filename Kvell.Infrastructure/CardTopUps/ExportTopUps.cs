using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>The journal «Пополнение карты клиента» as a workbook: all that the filter lets through.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class ExportTopUps(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    private static readonly SheetColumn<TopUpRow>[] Columns =
    [
        new("Дата", 20, row => row.CreatedAt),
        new("Номер", 16, row => row.Number),
        new("Состояние", 24, row => TopUpSpeech.WordOf(row.State)),
        new("Требует внимания", 18, row => row.NeedsAttention ? "Да" : ""),
        new("Сумма", 14, row => row.Amount),
        new("Карта", 20, row => row.CardMask),
        new("Залогодатель", 34, row => row.PledgorName),
        new("Документ основание", 20, row => row.OperationNumber),
        new("Филиал", 18, row => row.BranchName),
        new("Приёмщик", 34, row => row.ReceiverName),
    ];

    public async Task ExecuteAsync(Actor actor, TopUpFilter filter, Stream workbook, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        var rows = TopUpList.Reader(db, actor, filter, branches, now).StreamAsync(cancellationToken);
        await Workbook.WriteAsync(workbook, "Пополнение карты клиента", Columns, rows.Select(topUp => TopUpList.RowOf(topUp, branches[topUp.BranchId], now)), cancellationToken);
    }
}
