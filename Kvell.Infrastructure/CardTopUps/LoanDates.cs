using Kvell.Domain.CardTopUps;
using Kvell.Domain.Pledges;

namespace Kvell.Infrastructure.CardTopUps;

internal static class LoanDates
{
    /// <summary>Part of the commit that re-dates a loan: its top-up, where there is one, takes the new date.</summary>
    public static void Follow(CardTopUp? topUp, PledgeOperation operation, TimeZoneInfo zone) => topUp?.FollowDate(operation, zone);
}
