namespace Kvell.Domain.Common;

/// <summary>Local time of a branch. The database holds UTC.</summary>
public static class BranchZone
{
    public static DateTime ToLocal(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    public static DateOnly DayOf(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(ToLocal(utc, zone));

    /// <summary>UTC instants between which <paramref name="day"/> runs in the zone: the first included, the second not.</summary>
    public static (DateTime Start, DateTime End) BoundsOf(DateOnly day, TimeZoneInfo zone) =>
        (ToUtc(day, zone), ToUtc(day.AddDays(1), zone));

    /// <summary>What a clock in the zone shows, without a kind; a time that it skips in spring is the first one after it.</summary>
    public static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }

    private static DateTime ToUtc(DateOnly day, TimeZoneInfo zone) => ToUtc(day.ToDateTime(TimeOnly.MinValue), zone);
}
