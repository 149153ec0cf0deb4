namespace Kvell.Domain.Common;

/// <summary>Local time of a branch. The database holds UTC.</summary>
public static class BranchZone
{
    public static DateTime ToLocal(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    public static DateOnly DayOf(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(ToLocal(utc, zone));

    /// <summary>UTC instants between which <paramref name="day"/> runs in the zone: the first included, the second not.</summary>
    public static (DateTime Start, DateTime End) BoundsOf(DateOnly day, TimeZoneInfo zone) =>
        (ToUtc(day, zone), ToUtc(day.AddDays(1), zone));

    private static DateTime ToUtc(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);

        // A zone may spring forward at midnight: that day then begins with the first minute that exists.
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(1);
        return TimeZoneInfo.ConvertTimeToUtc(midnight, zone);
    }
}
