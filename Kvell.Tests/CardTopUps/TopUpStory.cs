using System.Reflection;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Domain.Pledges;
using Kvell.Tests.Pledges;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>
/// A top-up told step by step through its public verbs. Each step claims with a worker of its own, as the processor does; a call
/// that is never answered is a worker that froze or died.
/// </summary>
internal sealed class TopUpStory
{
    public static readonly ProtocolSettings Settings = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(30));

    /// <summary>Noon of the loan's date in Moscow.</summary>
    public static readonly DateTime Noon = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static readonly Money Loan = Money.FromRubles(16000);

    public static readonly Actor Receiver = new(Guid.NewGuid(), "Приёмщик", [UserRole.Receiver], Guid.NewGuid());

    public static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    private static readonly PropertyInfo LeaseOwner = typeof(CardTopUp).GetProperty(nameof(CardTopUp.LeaseOwner))!;

    private static readonly PropertyInfo LeaseUntil = typeof(CardTopUp).GetProperty(nameof(CardTopUp.LeaseUntil))!;

    private int _workers;

    public TopUpStory()
    {
        Operation = PostOperation(Money.Zero);
        TopUp = CardTopUp.Create("ЛВЕС-000014", Operation, Moscow, Receiver, Now);
    }

    public DateTime Now { get; private set; } = Noon;

    public PledgeOperation Operation { get; }

    public CardTopUp TopUp { get; }

    public TopUpAttempt Last => TopUp.Attempts[^1];

    public static TimeSpan Grace => Settings.Grace;

    public static Pledgor NewPledgor() => Pledgor.Create(Guid.NewGuid(), Sample.Ivanov().ToDetails(BranchZone.DayOf(Noon, Moscow)), Noon);

    public static PledgeOperation PostOperation(Money cash)
    {
        var ticket = PledgeTicket.Create(Receiver.BranchId!.Value, Guid.NewGuid(), 1, Loan, Loan, null);
        return PledgeOperation.Post("ЛВЕС-000014", ticket, NewPledgor(), Guid.NewGuid(), BranchZone.DayOf(Noon, Moscow), cash, Receiver, Noon);
    }

    public TopUpStory Wait(TimeSpan time) => WaitUntil(Now + time);

    public TopUpStory WaitSeconds(double seconds) => Wait(TimeSpan.FromSeconds(seconds));

    public TopUpStory WaitUntil(DateTime time)
    {
        Assert.True(time >= Now, "A story doesn't go back in time.");
        Now = time;
        return this;
    }

    /// <summary>The first moment at which what the row waits for may be done.</summary>
    public TopUpStory WaitUntilDue() => TopUp.NextActionAt > Now ? WaitUntil(TopUp.NextActionAt.Value) : this;

    /// <summary>Rule 14's times, told apart from how they are reckoned.</summary>
    public static IReadOnlyList<DateTime> HourlyAndNightly(DateTime closedAt) =>
    [
        .. Enumerable.Range(1, 24).Select(hour => closedAt.AddHours(hour)),

        // Three in the morning in Moscow is midnight by UTC.
        .. Enumerable.Range(2, 34).Select(night => closedAt.Date.AddDays(night)),
    ];

    /// <summary>Asks about the first number whenever that is due, to the same answer, until nothing is due any more.</summary>
    public IReadOnlyList<DateTime> TimesAsked(AnswerKind answer)
    {
        var times = new List<DateTime>();
        while (TopUp.NextActionAt is not null)
        {
            times.Add(WaitUntilDue().Now);
            WriteAheadCheck(new TopUpIntent.Schedule(), 1).Answered(answer);
        }

        return times;
    }

    /// <summary>Whoever holds the lease is out of the game.</summary>
    public TopUpStory LeaseEnds() => TopUp.LeaseUntil > Now ? WaitUntil(TopUp.LeaseUntil.Value) : this;

    public TopUpStory GraceEnds() => Last.LastSendEnd + Grace > Now ? WaitUntil(Last.LastSendEnd + Grace) : this;

    public TopUpStory DayEnds() => WaitUntil(TopUp.LoanDay.EndsAt);

    /// <summary>What the database's one conditional UPDATE does (its condition: <see cref="CardTopUp.LeaseIsFree"/>).</summary>
    public string Claim()
    {
        Assert.True(TopUp.LeaseUntil is null || TopUp.LeaseUntil <= Now, "The lease is not free.");
        var worker = $"worker {++_workers}";
        LeaseOwner.SetValue(TopUp, worker);
        LeaseUntil.SetValue(TopUp, (DateTime?)(Now + Settings.Lease));
        return worker;
    }

    /// <summary>What is next for a worker who just claimed; he gives the lease back.</summary>
    public TopUpStep Ask(TopUpIntent intent)
    {
        var worker = Claim();
        var step = TopUp.Next(intent, worker, Now);
        TopUp.Release(worker);
        return step;
    }

    public TopUpIntent.Press PressNow() => new(TopUp.Attempts.Count, Now);

    public static AttemptTerms NewTerms(string mask = "220000******0004") => new(
        Guid.NewGuid().ToString("D"), mask, new GatewayTerminal(Guid.NewGuid(), Guid.NewGuid().ToString("D"), IsTest: true), [1, 2, 3], Receiver.UserId);

    /// <summary>A press that is carried out: closed numbers are asked about and let it go on, then an attempt begins.</summary>
    public StoryCall Press()
    {
        if (TopUp.Attempts.Count > 0)
            GraceEnds().WaitSeconds(1);
        var press = PressNow();
        while (AskAboutClosed(press) is { } check)
            check.Answered(check.Asked.ClosedBy == ClosedBy.Canceled ? AnswerKind.Canceled : AnswerKind.NotFound);
        return Begin(press);
    }

    public StoryCall Begin(TopUpIntent.Press press)
    {
        var worker = Claim();
        try
        {
            var attempt = TopUp.BeginAttempt(press, NewTerms(), worker, Now, Now + Settings.Lease);
            return new StoryCall(this, CallKind.Send, worker, attempt.Number, attempt.SendCount, Now);
        }
        catch (IllegalTransitionException)
        {
            TopUp.Release(worker);
            throw;
        }
    }

    /// <summary>The question about a closed number that a press puts first; null when every number lets it go on.</summary>
    public StoryCall? AskAboutClosed(TopUpIntent.Press press) =>
        Ask(press) is TopUpStep.Check check ? WriteAheadCheck(press, check.Attempt) : null;

    /// <summary>The stored bytes again: a postponed attempt, or rule 4's re-send.</summary>
    public StoryCall SendAgain(TopUpIntent? intent = null)
    {
        WaitUntilDue();
        var worker = Claim();
        var attempt = TopUp.WriteAheadSend(intent ?? new TopUpIntent.Schedule(), worker, Now, Now + Settings.Lease);
        return new StoryCall(this, CallKind.Send, worker, attempt.Number, attempt.SendCount, Now);
    }

    /// <summary>«Проверить сейчас» on the last number.</summary>
    public StoryCall Check() => WriteAheadCheck(new TopUpIntent.CheckNow(), Last.Number);

    public StoryCall WriteAheadCheck(TopUpIntent intent, int number)
    {
        var worker = Claim();
        var attempt = TopUp.WriteAheadCheck(intent, number, worker, Now, Now + Settings.Lease);
        return new StoryCall(this, CallKind.Check, worker, number, attempt.SendCount, Now);
    }

    public StoryCall Confirm()
    {
        var worker = Claim();
        var attempt = TopUp.WriteAheadConfirm(new TopUpIntent.Confirm(), worker, Now, Now + Settings.Lease);
        return new StoryCall(this, CallKind.Confirm, worker, attempt.Number, attempt.ConfirmCount, Now);
    }

    /// <summary>The worker who holds the lease never comes back; the next one finds the call in flight.</summary>
    public TopUpStory Recover()
    {
        LeaseEnds();
        TopUp.Recover(Claim(), Now);
        return this;
    }

    public TopUpStory GiveUp(TopUpIntent intent)
    {
        TopUp.GiveUp(intent, Claim(), Now);
        return this;
    }
}
