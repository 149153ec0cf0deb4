using Kvell.Tests.Lab.Time;

namespace Kvell.Tests.Lab.Faults;

/// <summary>Rolls the dice of one run, and counts what came up.</summary>
internal sealed class Misfortune(Random dice)
{
    private const int FaultsPerHundredCalls = 30;

    public int Calls { get; private set; }

    public int CallFaults { get; private set; }

    public int Crashes { get; private set; }

    public int LostCommits { get; private set; }

    public int FailedCommits { get; private set; }

    public Fault OfCall(Fault[] possible)
    {
        Calls++;
        if (dice.Next(100) >= FaultsPerHundredCalls)
            return Fault.None;
        CallFaults++;
        return OneOf(possible);
    }

    public Fault OneOf(Fault[] possible) => possible[dice.Next(possible.Length)];

    /// <summary>A place where a server may die: in fifteen of a thousand it does, and never goes on.</summary>
    public Task CrashOrGoOnAsync()
    {
        if (Flow.Current is null || dice.Next(1000) >= 15)
            return Task.CompletedTask;
        Crashes++;
        return Flow.DieAsync();
    }

    public bool CommitFails() => Roll(30, () => FailedCommits++);

    public bool CommitAnswerIsLost() => Roll(30, () => LostCommits++);

    public TimeSpan Between(double leastSeconds, double mostSeconds) =>
        TimeSpan.FromSeconds(leastSeconds + (dice.NextDouble() * (mostSeconds - leastSeconds)));

    public bool Chance(int ofHundred) => dice.Next(100) < ofHundred;

    private bool Roll(int ofThousand, Action count)
    {
        if (Flow.Current is null || dice.Next(1000) >= ofThousand)
            return false;
        count();
        return true;
    }
}
