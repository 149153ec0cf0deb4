using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>
/// One loan's life under fire: workers that crash at any point, replies lost, late and out of order, persons who press whatever
/// there is, against <see cref="HonestGateway"/>. Everything comes from the seed.
/// </summary>
internal sealed partial class ProtocolWalk
{
    private readonly Random _random;

    private readonly HonestGateway _gateway;

    private readonly TopUpStory _story = new();

    private readonly TimeSpan _acceptedWithin;

    /// <summary>In some lives everybody is quick: much is done before a grace is over.</summary>
    private readonly bool _isHurried;

    /// <summary>Outcomes that somebody knows and nobody has recorded yet.</summary>
    private readonly List<(StoryCall Call, AnswerKind Kind)> _outcomes = [];

    private TopUpIntent.Press? _press;

    private bool _isCalm;

    private bool _wasCompleted;

    private int _stepsSinceCompleted;

    /// <param name="acceptedWithin">How long after its end a request may still be accepted; the grace is the promise.</param>
    public ProtocolWalk(int seed, TimeSpan acceptedWithin)
    {
        _random = new Random(seed);
        _gateway = new HonestGateway(_random);
        _acceptedWithin = acceptedWithin;
        _isHurried = _random.Next(4) > 0;
        if (_random.Next(3) == 0)
            _story.WaitUntil(_story.TopUp.LoanDay.EndsAt - Seconds(_random.Next(600)));
    }

    /// <summary>Two numbers of the loan are paid, or one beside cash, when the gateway has done all that it has still to do.</summary>
    public bool IsOverpaid
    {
        get
        {
            _gateway.Advance(DateTime.MaxValue);
            return _gateway.Paid > 1 || (_gateway.Paid == 1 && _story.Operation.CashAmount.IsPositive);
        }
    }

    public TopUpState End => _story.TopUp.State;

    private CardTopUp TopUp => _story.TopUp;

    private TimeSpan Patience => _isHurried ? Seconds(3) : TopUpStory.Settings.RequestTimeout;

    public ProtocolWalk Run(int steps)
    {
        for (var i = 0; i < steps && _stepsSinceCompleted < 30; i++)
        {
            Step();
            HoldsNow();
        }

        return this;
    }

    /// <summary>No more faults and no more persons: the schedule alone must find the outcome.</summary>
    public void ComesToItsEnd()
    {
        _isCalm = true;
        PutRight();
        for (var i = 0; i < 400 && (_outcomes.Count > 0 || TopUp.State.IsUndecided() || TopUp.State == TopUpState.Postponed); i++)
        {
            while (_outcomes.Count > 0)
                Record(0);
            _story.WaitUntilDue().LeaseEnds();
            _gateway.Advance(_story.Now);
            Visit(new TopUpIntent.Schedule());
            Pass(TopUpStory.Settings.RequestTimeout);
            HoldsNow();
        }

        var isNeverSentAgain = _story.Now >= TopUp.LoanDay.EndsAt || TopUp.Attempts is [.., { IsTakenBack: true }];
        var isNeverToBeKnown = TopUp.State == TopUpState.Unknown && isNeverSentAgain && _gateway.StatusOf(_story.Last.Transaction) == AnswerKind.NotFound;
        Assert.True(isNeverToBeKnown || !(TopUp.State.IsUndecided() || TopUp.State == TopUpState.Postponed), $"Stuck in {TopUp.State}.");
        Assert.Equal(_gateway.Paid > 0, TopUp.State == TopUpState.Completed);
    }

    private void Step()
    {
        // Most of a life would else pass in waiting for workers that never come back.
        if (_outcomes.Count == 0 && TopUp.LeaseUntil > _story.Now && _random.Next(3) > 0)
            Pass(_isHurried && _random.Next(30) > 0 ? Patience : TopUp.LeaseUntil.Value - _story.Now);
        if (_isHurried && _outcomes.Count > 0)
            Record(_random.Next(_outcomes.Count));
        switch (_random.Next(13))
        {
            case 0:
                Pass(Seconds(_random.Next(1, _isHurried ? 4 : 40)));
                break;
            case 1 when TopUp.NextActionAt is { } due && (!_isHurried || _random.Next(8) == 0):
                Pass(due > _story.Now ? due - _story.Now : TimeSpan.Zero);
                break;
            case 2 when !_isHurried && TopUp.LeaseUntil is { } end:
                Pass(end > _story.Now ? end - _story.Now : TimeSpan.Zero);
                break;
            case 3 when !_isHurried || _random.Next(20) == 0:
                Pass(Seconds(_random.Next(60, _random.Next(12) == 0 ? 6000 : 300)));
                break;
            case 4 or 5 when _outcomes.Count > 0:
                Record(_random.Next(_outcomes.Count));
                break;
            case 6 or 7 or 8:
            case 11 or 12 when TopUp.State is TopUpState.New or TopUpState.Declined:
                Press();
                break;
            case 9:
                Visit(_random.Next(3) switch { 0 => new TopUpIntent.CheckNow(), 1 => new TopUpIntent.Confirm(), _ => new TopUpIntent.StopTrying() });
                break;
            case 10 when _random.Next(30) == 0:
                TryCash();
                break;
            case 10 when _random.Next(3) == 0:
                Decide();
                break;
            default:
                if (TopUp.NextActionAt <= _story.Now)
                    Visit(new TopUpIntent.Schedule());
                break;
        }
    }

    /// <summary>A press goes on after each closed number's check; some are pressed anew, some come from a page that is behind.</summary>
    private void Press()
    {
        if (_press is null || _random.Next(6) == 0)
            _press = new TopUpIntent.Press(_random.Next(8) == 0 ? _random.Next(4) : TopUp.Attempts.Count, _story.Now);
        if (TopUp.LeaseUntil > _story.Now)
            return;
        var attempts = TopUp.Attempts.Count;
        Visit(_press);
        if (TopUp.Attempts.Count > attempts)
            _press = null;
    }

    /// <summary>The processor's visit: claim, ask, write ahead, call. It may die after any of them.</summary>
    private void Visit(TopUpIntent intent)
    {
        if (TopUp.LeaseUntil > _story.Now)
            return;
        var (worker, now) = (_story.Claim(), _story.Now);
        if (Dies())
            return;
        var leaseEnd = now + TopUpStory.Settings.Lease;
        switch (TopUp.Next(intent, worker, now))
        {
            case TopUpStep.Begin when _story.Operation.CashAmount.IsPositive:
                TopUp.Release(worker);
                break;
            case TopUpStep.Begin:
                _story.Operation.NotePayoutAttempt();
                Send(TopUp.BeginAttempt((TopUpIntent.Press)intent, TopUpStory.NewTerms(), worker, now, leaseEnd), worker, leaseEnd);
                break;
            case TopUpStep.Send:
                Assert.True(_story.Last is { IsOpen: true, WasAccepted: false }, "A closed or accepted number is sent.");
                Assert.True(TopUp.LoanDay.Covers(now), "A number is sent on another day.");
                Send(TopUp.WriteAheadSend(intent, worker, now, leaseEnd), worker, leaseEnd);
                break;
            case TopUpStep.Check check:
                var asked = TopUp.WriteAheadCheck(intent, check.Attempt, worker, now, leaseEnd);
                Ask(new StoryCall(_story, CallKind.Check, worker, asked.Number, asked.SendCount, now), (at, answer) => _gateway.Check(asked.Transaction, at, answer));
                break;
            case TopUpStep.Confirm:
                var confirmed = TopUp.WriteAheadConfirm(intent, worker, now, leaseEnd);
                Ask(new StoryCall(_story, CallKind.Confirm, worker, confirmed.Number, confirmed.ConfirmCount, now), (at, answer) => _gateway.Confirm(confirmed.Transaction, at, answer));
                break;
            case TopUpStep.Recover:
                TopUp.Recover(worker, now);
                break;
            case TopUpStep.GiveUp:
                TopUp.GiveUp(intent, worker, now);
                break;
            case TopUpStep.Refuse refuse:
                TopUp.NotePressRefused(refuse.Sentence, worker);
                break;
            default:
                TopUp.Release(worker);
                break;
        }
    }

    private void Send(TopUpAttempt attempt, string worker, DateTime leaseEnd)
    {
        var call = new StoryCall(_story, CallKind.Send, worker, attempt.Number, attempt.SendCount, _story.Now);
        if (Dies())
            return;
        if (Happens(8))
        {
            _outcomes.Add((call, AnswerKind.NotSent));
            return;
        }

        // A worker may be slow to begin, but a whole time-out of the lease must be left; it ends within that.
        var begins = Happens(5) ? Between(_story.Now, leaseEnd - TopUpStory.Settings.RequestTimeout) : _story.Now;
        var ends = Between(begins, begins + Patience);
        var arrives = Happens(_isHurried ? 2 : 3) ? ends + (_acceptedWithin * Math.Sqrt(_random.NextDouble())) : Between(begins, ends);
        Hear(call, ends, answer =>
        {
            if (!Happens(5))
                _gateway.Send(attempt.Transaction, arrives, ends, answer);
        });
    }

    private void Ask(StoryCall call, Action<DateTime, Action<AnswerKind>> ask)
    {
        if (Dies())
            return;
        var ends = Between(_story.Now, _story.Now + Patience);
        Hear(call, ends, answer =>
        {
            if (!Happens(6))
                ask(Between(_story.Now, ends), answer);
        });
    }

    /// <summary>What the caller knows when the call is over; without an answer, that there was none. Some replies are garbled.</summary>
    private void Hear(StoryCall call, DateTime ends, Action<Action<AnswerKind>> make)
    {
        var heard = AnswerKind.Unknown;
        make(answer => heard = answer);
        var garbled = Happens(6) ? new[] { AnswerKind.Unknown, AnswerKind.WrongEcho, AnswerKind.Unlisted }[_random.Next(3)] : (AnswerKind?)null;
        var isLost = Happens(8);
        _gateway.At(ends, _ =>
        {
            if (!isLost)
                _outcomes.Add((call, garbled ?? heard));
        });
    }

    private void Record(int index)
    {
        var (call, kind) = _outcomes[index];
        _outcomes.RemoveAt(index);
        call.Answered(kind);
        if (Happens(10))
            call.Answered(kind);
    }

    private void Pass(TimeSpan time)
    {
        _story.Wait(time);
        _gateway.Advance(_story.Now);
    }

    private void HoldsNow()
    {
        TopUpInvariants.Hold(TopUp);
        Assert.True(TopUp.State == TopUpState.Completed || !_wasCompleted, "Completed was left.");
        _wasCompleted = TopUp.State == TopUpState.Completed && !TopUp.IsPaidByHand;
        _stepsSinceCompleted += _wasCompleted ? 1 : 0;
    }

    private bool Dies() => Happens(12);

    private bool Happens(int oneIn) => !_isCalm && _random.Next(oneIn) == 0;

    private DateTime Between(DateTime from, DateTime to) => from + ((to - from) * _random.NextDouble());

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
