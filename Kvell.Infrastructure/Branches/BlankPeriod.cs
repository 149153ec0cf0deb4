using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Branches;

internal sealed record BlankMoveCount(BlankState From, BlankState To, bool IsPlain, int Count);

/// <summary>A branch's blanks between two instants, UTC: the first included, the second not.</summary>
internal sealed class BlankPeriod(KvellDbContext db, Branch branch, DateTime start, DateTime end)
{
    private IQueryable<BlankRange> Ranges => db.Set<BlankRange>().AsNoTracking()
        .Where(range => range.BranchId == branch.Id && range.ReceivedAt >= start && range.ReceivedAt < end);

    private IQueryable<MovedBlank> Moves => db.Set<BlankMove>().AsNoTracking()
        .Where(move => move.BranchId == branch.Id && move.At >= start && move.At < end)
        .Join(db.Set<TicketBlank>(), move => move.BlankId, blank => blank.Id, (move, blank) => new MovedBlank { Move = move, Blank = blank });

    public Task<List<BlankMoveCount>> CountMovesAsync(CancellationToken cancellationToken) => Moves
        .GroupBy(row => new { row.Move.From, row.Move.To, row.Blank.IsPlainPaper })
        .Select(group => new BlankMoveCount(group.Key.From, group.Key.To, group.Key.IsPlainPaper, group.Count()))
        .ToListAsync(cancellationToken);

    public Task<int> CountOpeningAsync(CancellationToken cancellationToken) => CleanAt(start).CountAsync(cancellationToken);

    public async Task<int> CountReceivedAsync(CancellationToken cancellationToken) =>
        await Ranges.SumAsync(range => range.Last - range.First + 1, cancellationToken);

    public async Task<BlankDetails> ReadDetailsAsync(BlankFigure figure, CancellationToken cancellationToken) => figure switch
    {
        BlankFigure.OpeningClean => new BlankDetails(figure, await RunsAsync(start, cancellationToken), [], []),
        BlankFigure.ClosingClean => new BlankDetails(figure, await RunsAsync(end, cancellationToken), [], []),
        BlankFigure.Received => new BlankDetails(figure, [], await ReceiptsAsync(cancellationToken), []),
        _ => new BlankDetails(figure, [], [], await LinesAsync(figure, cancellationToken)),
    };

    /// <summary>Come before <paramref name="moment"/>, and not moved before it.</summary>
    private IQueryable<TicketBlank> CleanAt(DateTime moment) => db.Set<TicketBlank>().AsNoTracking()
        .Where(blank => blank.BranchId == branch.Id && !blank.IsPlainPaper)
        .Where(blank => blank.RangeId == null || db.Set<BlankRange>().Any(range => range.Id == blank.RangeId && range.ReceivedAt < moment))
        .Where(blank => !blank.Moves.Any(move => move.At < moment));

    private async Task<IReadOnlyList<BlankRun>> RunsAsync(DateTime moment, CancellationToken cancellationToken)
    {
        var clean = await CleanAt(moment).OrderBy(blank => blank.Series).ThenBy(blank => blank.Ordinal)
            .Select(blank => new { blank.Series, blank.Ordinal }).ToListAsync(cancellationToken);
        return [.. clean.Select((blank, i) => (blank.Series, blank.Ordinal, Start: blank.Ordinal - i))
            .GroupBy(blank => (blank.Series, blank.Start))
            .Select(run => RunOf(run.Key.Series, run.First().Ordinal, run.Last().Ordinal))];
    }

    private async Task<IReadOnlyList<BlankReceipt>> ReceiptsAsync(CancellationToken cancellationToken)
    {
        var ranges = await Ranges.OrderBy(range => range.ReceivedAt).ThenBy(range => range.First).ToListAsync(cancellationToken);
        return ranges.ConvertAll(range => new BlankReceipt(range.Id, RunOf(range.Series, range.First, range.Last), Local(range.ReceivedAt), range.ReceivedByName));
    }

    private async Task<IReadOnlyList<BlankLine>> LinesAsync(BlankFigure figure, CancellationToken cancellationToken)
    {
        var (to, isPlain) = figure switch
        {
            BlankFigure.Printed => (BlankState.Printed, (bool?)false),
            BlankFigure.Plain => (BlankState.Printed, true),
            BlankFigure.Spoiled => (BlankState.Spoiled, null),
            _ => (BlankState.Annulled, null),
        };
        var rows = await Moves.Where(row => row.Move.To == to && (isPlain == null || row.Blank.IsPlainPaper == isPlain))
            .OrderBy(row => row.Move.At).ThenBy(row => row.Blank.Series).ThenBy(row => row.Blank.Ordinal)
            .Take(BlankDetails.MostLines).ToListAsync(cancellationToken);
        var operations = await OperationsAsync(rows, cancellationToken);
        var names = await NamesAsync(rows, cancellationToken);
        return rows.ConvertAll(row =>
        {
            var operation = row.Move is { DraftId: { } draft, TicketOrdinal: { } ordinal } ? operations.GetValueOrDefault((draft, ordinal)) : default;
            return new BlankLine(
                row.Move.Id,
                row.Blank.Number,
                row.Blank.State,
                row.Move.TicketOrdinal is { } ticket ? PledgeTicket.NameOf(ticket) : null,
                operation.Number is null ? null : operation.Id,
                operation.Number,
                Local(row.Move.At),
                names.GetValueOrDefault(row.Move.By, ""),
                row.Move.Reason);
        });
    }

    private async Task<Dictionary<(Guid, int), (Guid Id, string Number)>> OperationsAsync(List<MovedBlank> rows, CancellationToken cancellationToken)
    {
        var drafts = rows.Select(row => row.Move.DraftId).OfType<Guid>().Distinct().ToList();
        var operations = await db.Set<PledgeTicket>().AsNoTracking().Where(ticket => drafts.Contains(ticket.DraftId))
            .Join(db.Set<PledgeOperation>(), ticket => ticket.Id, operation => operation.TicketId, (ticket, operation) => new { ticket.DraftId, ticket.Ordinal, operation.Id, operation.Number })
            .ToListAsync(cancellationToken);
        return operations.ToDictionary(row => (row.DraftId, row.Ordinal), row => (row.Id, row.Number));
    }

    private Task<Dictionary<Guid, string>> NamesAsync(List<MovedBlank> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Move.By).Distinct().ToList();
        return db.Set<KvellUser>().AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancellationToken);
    }

    private DateTime Local(DateTime utc) => BranchZone.ToLocal(utc, branch.Zone);

    private static BlankRun RunOf(string series, int first, int last) =>
        new(TicketBlank.NumberOf(series, first), TicketBlank.NumberOf(series, last), last - first + 1);

    private sealed record MovedBlank
    {
        public required BlankMove Move { get; init; }

        public required TicketBlank Blank { get; init; }
    }
}
