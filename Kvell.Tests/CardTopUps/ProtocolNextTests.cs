using Kvell.Domain.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>
/// What is next, for each state and each reason to come. Steps: «.» nothing, Recover, Begin, Send, Check, Confirm, GiveUp, Refuse,
/// Wait. Columns: job (Schedule, when nothing is due), due (Schedule at its time), press (with the count it must have seen),
/// check («Проверить сейчас»), code (Confirm), stop («Прекратить попытки»).
/// </summary>
public sealed class ProtocolNextTests
{
    private static readonly (string Name, Action<TopUpStory> Reach)[] Rows =
    [
        ("New", _ => { }),
        ("Sending", story => story.Press()),
        ("AwaitingCode", story => Reach.AwaitingCode(story)),
        ("Confirming", story => Reach.AwaitingCode(story).Confirm()),
        ("Processing", story => story.Press().Answered(AnswerKind.Accepted)),
        ("Unknown", story => story.Press().Answered(AnswerKind.Unknown)),
        ("NotFound", story => story.Press().Answered(AnswerKind.Unknown).GraceEnds().Check().Answered(AnswerKind.NotFound)),
        ("Postponed", story => story.Press().Answered(AnswerKind.NotSent)),
        ("Declined", story => story.Press().Answered(AnswerKind.Refused)),
        ("Completed", story => story.Press().Answered(AnswerKind.Completed)),
    ];

    [Fact]
    public void On_the_loans_date() => Holds(
        """
                      job      due      press    check    code     stop
        New           .        .        Begin    .        .        .
        Sending       Recover  Recover  Recover  Recover  Recover  Recover
        AwaitingCode  Wait     Check    .        Check    Confirm  .
        Confirming    Recover  Recover  Recover  Recover  Recover  Recover
        Processing    Wait     Check    .        Check    .        .
        Unknown       Wait     Check    .        Check    .        .
        NotFound      Send     Send     .        Check    .        .
        Postponed     Wait     Send     .        Send     .        GiveUp
        Declined      Wait     Check    Check    .        .        .
        Completed     .        .        .        .        .        .
        """,
        _ => { });

    [Fact]
    public void After_the_loans_date() => Holds(
        """
                      job      due      press    check    code     stop
        New           .        .        Refuse   .        .        .
        Sending       Recover  Recover  Recover  Recover  Recover  Recover
        AwaitingCode  Check    Check    .        Check    Confirm  .
        Confirming    Recover  Recover  Recover  Recover  Recover  Recover
        Processing    Check    Check    .        Check    .        .
        Unknown       Check    Check    .        Check    .        .
        NotFound      Check    Check    .        Check    .        .
        Postponed     GiveUp   GiveUp   GiveUp   GiveUp   GiveUp   GiveUp
        Declined      Check    Check    Refuse   .        .        .
        Completed     .        .        .        .        .        .
        """,
        story => story.DayEnds());

    [Fact]
    public void Whoever_does_not_hold_the_lease_is_only_told_to_wait_for_it_or_to_claim()
    {
        foreach (var (_, reach) in Rows)
        {
            var story = new TopUpStory();
            reach(story);
            story.LeaseEnds().Claim();
            Assert.All(Intents(story), intent => Assert.Equal(
                new TopUpStep.WaitUntil(story.TopUp.LeaseUntil!.Value), story.TopUp.Next(intent, "somebody else", story.Now)));
            story.LeaseEnds();
            Assert.All(Intents(story), intent => Assert.Equal(new TopUpStep.Claim(), story.TopUp.Next(intent, "somebody else", story.Now)));
        }
    }

    [Fact]
    public void A_worker_whose_lease_ran_out_must_claim_again()
    {
        var story = new TopUpStory();
        var worker = story.Claim();
        Assert.Equal(new TopUpStep.Begin(), story.TopUp.Next(story.PressNow(), worker, story.Now));
        story.WaitUntil(story.TopUp.LeaseUntil!.Value);
        Assert.Equal(new TopUpStep.Claim(), story.TopUp.Next(story.PressNow(), worker, story.Now));
    }

    [Fact]
    public void No_verb_does_what_is_not_next()
    {
        foreach (var (_, reach) in Rows)
        {
            var story = new TopUpStory();
            reach(story);
            story.LeaseEnds();
            var before = Snapshot(story.TopUp);
            Assert.All(Intents(story), intent => ThrowsUnlessNext(story, intent));
            Assert.Equal(before, Snapshot(story.TopUp));
        }
    }

    private static void ThrowsUnlessNext(TopUpStory story, TopUpIntent intent)
    {
        var (topUp, worker, now) = (story.TopUp, story.Claim(), story.Now);
        var end = now + TopUpStory.Settings.Lease;
        var step = topUp.Next(intent, worker, now);
        if (step is not TopUpStep.Begin && intent is TopUpIntent.Press press)
            Throws(() => topUp.BeginAttempt(press, TopUpStory.NewTerms(), worker, now, end));
        if (step is not TopUpStep.Send)
            Throws(() => topUp.WriteAheadSend(intent, worker, now, end));
        if (step is not TopUpStep.Check)
            Throws(() => topUp.WriteAheadCheck(intent, 1, worker, now, end));
        if (step is not TopUpStep.Confirm)
            Throws(() => topUp.WriteAheadConfirm(intent, worker, now, end));
        if (step is not TopUpStep.Recover)
            Throws(() => topUp.Recover(worker, now));
        if (step is not TopUpStep.GiveUp)
            Throws(() => topUp.GiveUp(intent, worker, now));
        topUp.Release(worker);
    }

    private static void Throws(Action verb) => Assert.Throws<Kvell.Domain.Common.IllegalTransitionException>(verb);

    private static string Snapshot(CardTopUp topUp) => string.Join(
        ' ', topUp.State, topUp.NextActionAt, topUp.Attempts.Count, topUp.Attempts.Sum(attempt => attempt.SendCount), topUp.Attempts.Sum(attempt => attempt.ConfirmCount));

    private static TopUpIntent[] Intents(TopUpStory story) =>
        [new TopUpIntent.Schedule(), story.PressNow(), new TopUpIntent.CheckNow(), new TopUpIntent.Confirm(), new TopUpIntent.StopTrying()];

    private static void Holds(string expected, Action<TopUpStory> then)
    {
        var lines = expected.Split('\n', StringSplitOptions.TrimEntries).Skip(1).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(string.Join('\n', lines), string.Join('\n', Rows.Select(row => RowOf(row.Name, row.Reach, then))));
    }

    private static string RowOf(string name, Action<TopUpStory> reach, Action<TopUpStory> then)
    {
        var story = new TopUpStory();
        reach(story);
        story.LeaseEnds();
        then(story);
        var (job, press, check, code, stop) = (
            story.Ask(new TopUpIntent.Schedule()), story.Ask(story.PressNow()), story.Ask(new TopUpIntent.CheckNow()),
            story.Ask(new TopUpIntent.Confirm()), story.Ask(new TopUpIntent.StopTrying()));
        story.WaitUntilDue();
        return string.Join(' ', new[] { job, story.Ask(new TopUpIntent.Schedule()), press, check, code, stop }.Select(Word).Prepend(name));
    }

    private static string Word(TopUpStep step) => step switch
    {
        TopUpStep.Nothing => ".",
        TopUpStep.WaitUntil => "Wait",
        _ => step.GetType().Name,
    };
}
