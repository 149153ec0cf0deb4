namespace Kvell.Domain.CardTopUps;

/// <summary>The times of rules 9 and 14.</summary>
public static class TopUpSchedule
{
    /// <summary>How long a closed number is checked, hourly for a day and each night after that.</summary>
    public const int ReconciledDays = 35;

    public static readonly TimeSpan ClosedCheckEvery = TimeSpan.FromHours(1);

    private static readonly TimeSpan ClosedHourlyFor = TimeSpan.FromDays(1);

    /// <summary>The reconciliation's hour in the branch's zone: no desk is open then.</summary>
    private static readonly TimeSpan Night = TimeSpan.FromHours(3);

    private static readonly TimeSpan[] FirstChecks =
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1)];

    private static readonly TimeSpan[] FirstRepeats =
        [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1)];

    /// <summary>2 s, 5 s, 15 s, 1 min after the anchor and at the grace's end; then every 5 min, after an hour 15 min, after a day hourly.</summary>
    public static DateTime NextCheck(DateTime anchor, DateTime graceEnd, DateTime now)
    {
        var early = FirstChecks.Select(after => anchor + after).Append(graceEnd).Where(at => at > now).ToList();
        return early.Count > 0 ? early.Min() : now + Pace(now - anchor);
    }

    /// <summary>10 s, 30 s, 1 min, then every 5 min.</summary>
    /// <param name="repeats">How often the number was postponed already.</param>
    public static DateTime NextRepeat(int repeats, DateTime now) =>
        now + (repeats < FirstRepeats.Length ? FirstRepeats[repeats] : TimeSpan.FromMinutes(5));

    /// <summary>When a closed number is asked about again; null when it was for the last time.</summary>
    /// <param name="day">It knows where the branch's midnights are.</param>
    public static DateTime? NextClosedCheck(DateTime closedAt, LoanDay day, DateTime now)
    {
        if (now < closedAt + ClosedHourlyFor)
            return now + ClosedCheckEvery;
        var firstNight = day.StartsAt + Night;
        var night = firstNight.AddDays(Math.Floor((now - firstNight).TotalDays) + 1);
        return night <= closedAt.AddDays(ReconciledDays) ? night : null;
    }

    private static TimeSpan Pace(TimeSpan age) => age < TimeSpan.FromHours(1) ? TimeSpan.FromMinutes(5)
        : age < TimeSpan.FromDays(1) ? TimeSpan.FromMinutes(15) : TimeSpan.FromHours(1);
}
