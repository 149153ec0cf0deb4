using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>One thing that was done to an operation.</summary>
/// <param name="At">UTC.</param>
/// <param name="Who">Null: the bank's or KVELL's word, nobody's act.</param>
public sealed record PledgeEvent(DateTime At, string What, string? Who);

/// <param name="Number">The blank's.</param>
public sealed record TicketPaperMove(string Number, BlankMove Move);

/// <summary>Who did what with an operation, and when, put together from the rows that say so.</summary>
/// <param name="Papers">What happened to the blanks that its ticket was printed on.</param>
/// <param name="Names">Of who started payouts and printed, by id.</param>
public sealed record PledgeHistory(
    PledgeOperation Operation, IReadOnlyList<TicketPaperMove> Papers, IReadOnlyList<LoanRevision> Revisions, IReadOnlyList<Receipt> Receipts,
    CardTopUp? TopUp, IReadOnlyList<TopUpDecisionEntry> Decisions, IReadOnlyDictionary<Guid, string> Names)
{
    /// <summary>In the order of time.</summary>
    public IReadOnlyList<PledgeEvent> Events =>
    [
        .. Papers.Select(OfPaper).Concat(Posting).Concat(Revisions.Select(row => new PledgeEvent(row.At, row.Reason, row.MadeByName)))
            .Concat(Receipts.Select(OfReceipt)).Concat(Payouts).Concat(Decisions.Select(OfDecision)).Concat(Zeroing).OrderBy(row => row.At),
    ];

    private IEnumerable<PledgeEvent> Posting => [new PledgeEvent(Operation.PostedAt, "Проведена", Operation.PostedByName)];

    private IEnumerable<PledgeEvent> Zeroing =>
        Operation.ZeroedAt is { } at ? [new PledgeEvent(at, $"Обнулена: {Operation.ZeroedReason}", Operation.ZeroedByName)] : [];

    private IEnumerable<PledgeEvent> Payouts
    {
        get
        {
            foreach (var attempt in TopUp?.Attempts ?? [])
            {
                yield return new PledgeEvent(attempt.StartedAt, $"Выплата на карту {attempt.CardMask}, попытка {attempt.Number}", Names.GetValueOrDefault(attempt.StartedBy));
                if (attempt is { IsPaid: false, ClosedAt: { } closed })
                    yield return new PledgeEvent(closed, $"Попытка {attempt.Number}: деньги не ушли", null);
            }

            if (TopUp is { CompletedAt: { } completed })
                yield return new PledgeEvent(completed, "Деньги на карте клиента", null);
        }
    }

    private PledgeEvent OfPaper(TicketPaperMove paper)
    {
        var (number, move) = paper;
        var reason = string.IsNullOrEmpty(move.Reason) ? "" : $": {move.Reason}";
        var what = move.To switch
        {
            BlankState.Printed => $"Билет напечатан на бланке {number}",
            BlankState.Spoiled => $"Бланк {number} испорчен{reason}",
            _ => $"Бланк {number} аннулирован{reason}",
        };
        return new PledgeEvent(move.At, what, Names.GetValueOrDefault(move.By));
    }

    private static PledgeEvent OfReceipt(Receipt receipt)
    {
        (string Kind, Money Sum)[] parts = [("наличные", receipt.Cash), ("безналичные", receipt.Cashless)];
        var sums = string.Join(", ", parts.Where(part => part.Sum.IsPositive).Select(part => $"{part.Kind} {part.Sum}"));
        return new PledgeEvent(receipt.PrintedAt, $"{(receipt.Kind == ReceiptKind.Return ? "Чек возвращён" : "Чек пробит")}: {sums}", receipt.PrintedByName);
    }

    private static PledgeEvent OfDecision(TopUpDecisionEntry entry) =>
        new(entry.At, DecisionSpeech.LineOf(entry.Event, entry.Decision), entry.ById is null ? null : entry.ByName);
}
