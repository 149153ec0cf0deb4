using Hangfire;

namespace Kvell.Infrastructure.Jobs;

/// <summary>
/// Hangfire repeats a failed job ten times by default. What is unfinished here is found again by the database's own
/// schedule, so a failed job stays failed, to be seen.
/// </summary>
internal static class JobRetries
{
    private static readonly Lock Gate = new();

    public static void TurnOff()
    {
        lock (Gate)
        {
            foreach (var filter in GlobalJobFilters.Filters.Where(filter => filter.Instance is AutomaticRetryAttribute).ToList())
                GlobalJobFilters.Filters.Remove(filter.Instance);
            GlobalJobFilters.Filters.Add(new AutomaticRetryAttribute { Attempts = 0 });
        }
    }
}
