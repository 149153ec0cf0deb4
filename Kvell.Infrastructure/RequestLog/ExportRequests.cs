using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.RequestLog;

/// <summary>The log as a workbook: all that the filter lets through, without the bodies.</summary>
[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class ExportRequests(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task ExecuteAsync(Actor actor, RequestFilter filter, Stream workbook, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        SheetColumn<RequestLine>[] columns =
        [
            new("Дата время запроса", 20, line => RequestList.LocalTime(line.StartedAt, line.BranchId, branches)),
            new("Успешно выполнено", 12, line => line.Succeeded ? "✓" : ""),
            new("Имя метода", 26, line => line.Method),
            new("Индикатор обращения", 62, line => line.Indicator),
            new("Описание ошибки", 60, line => line.Description),
            new("HTTP-статус", 12, line => line.HttpStatus),
            new("Длительность, мс", 16, line => line.DurationMilliseconds),
            new("X-Request-Id", 38, line => line.RequestId),
            new("Попытка", 10, line => line.AttemptNumber),
        ];
        var lines = RequestList.Reader(db, filter, branches).StreamAsync(cancellationToken);
        await Workbook.WriteAsync(workbook, "Логирование", columns, lines, cancellationToken);
    }
}
