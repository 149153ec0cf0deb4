using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>The loan's date and the UTC instants between which it runs in the branch's zone.</summary>
public sealed record LoanDay(DateOnly Date, DateTime StartsAt, DateTime EndsAt)
{
    public static LoanDay Of(DateOnly date, TimeZoneInfo zone)
    {
        var (start, end) = BranchZone.BoundsOf(date, zone);
        return new LoanDay(date, start, end);
    }

    public bool Covers(DateTime utc) => utc >= StartsAt && utc < EndsAt;
}
