using Kvell.Domain.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Rules 9 to 11: when the next step is due, what is never repeated, what an attempt freezes.</summary>
public sealed class ProtocolScheduleRuleTests
{
    private readonly TopUpStory _story = new();

    [Fact]
    public void Checks_run_to_the_second_as_the_rule_says()
    {
        var sentAt = _story.Press().Answered(AnswerKind.Unknown).Now;
        Assert.Equal(
            [2, 5, 15, 60, 120, 420, 720, 1020, 1320, 1620, 1920, 2220, 2520, 2820, 3120, 3420, 3720, 4620, 5520],
            ChecksAfter(sentAt, 19));
    }

    [Fact]
    public void After_an_hour_every_quarter_and_after_a_day_hourly()
    {
        _story.Press().Answered(AnswerKind.Accepted);
        _story.Wait(TimeSpan.FromHours(1)).Check().Answered(AnswerKind.Accepted);
        Assert.Equal(_story.Now.AddMinutes(15), _story.TopUp.NextActionAt);
        _story.Wait(TimeSpan.FromHours(23) - TimeSpan.FromSeconds(1)).Check().Answered(AnswerKind.Accepted);
        Assert.Equal(_story.Now.AddMinutes(15), _story.TopUp.NextActionAt);
        _story.WaitSeconds(1).Check().Answered(AnswerKind.Accepted);
        Assert.Equal(_story.Now.AddHours(1), _story.TopUp.NextActionAt);
    }

    [Fact]
    public void Each_graces_end_has_its_check()
    {
        var resentAt = Reach.Resend(_story).Answered(AnswerKind.Unknown).Now;
        Assert.Equal([2, 5, 15, 60, 120, 420], ChecksAfter(resentAt, 6));
    }

    [Fact]
    public void A_lost_send_is_checked_at_once_and_at_its_graces_end()
    {
        _story.Press();
        var leaseEnd = _story.TopUp.LeaseUntil!.Value;
        _story.Recover();
        Assert.Equal(_story.Now, _story.TopUp.NextActionAt);
        Assert.Equal([2, 5, 15, 60, 120, 420], ChecksAfter(leaseEnd, 6, first: () => _story.Check().Answered(AnswerKind.Unknown)));
    }

    [Fact]
    public void A_confirm_starts_the_early_checks_anew()
    {
        Reach.AwaitingCode(_story).Wait(TimeSpan.FromMinutes(10));
        var confirmedAt = _story.Confirm().Answered(AnswerKind.Accepted).Now;
        Assert.Equal([2, 5, 15, 60, 360], ChecksAfter(confirmedAt, 5));
    }

    [Fact]
    public void A_postponed_number_repeats_after_10_s_30_s_1_min_then_every_5_min()
    {
        _story.Press().Answered(AnswerKind.NotSent);
        var pauses = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            var postponedAt = _story.Now;
            _story.SendAgain();
            pauses.Add((_story.Now - postponedAt).TotalSeconds);
            new StoryCall(_story, CallKind.Send, _story.TopUp.LeaseOwner!, 1, _story.Last.SendCount, _story.Now).Answered(AnswerKind.NotSent);
        }

        Assert.Equal([10, 30, 60, 300, 300, 300], pauses);
    }

    [Fact]
    public void A_postponed_number_waits_for_nothing_beyond_the_loans_date()
    {
        _story.WaitUntil(_story.TopUp.LoanDay.EndsAt.AddSeconds(-4));
        _story.Press().Answered(AnswerKind.NotSent);
        Assert.Equal(_story.TopUp.LoanDay.EndsAt, _story.TopUp.NextActionAt);
        Assert.IsType<TopUpStep.GiveUp>(_story.WaitUntilDue().Ask(new TopUpIntent.Schedule()));
    }

    [Fact]
    public void What_is_written_ahead_is_due_at_its_lease_end()
    {
        _story.Press();
        Assert.Equal(_story.TopUp.LeaseUntil, _story.TopUp.NextActionAt);
        Reach.NotFoundThenSent(_story.Recover());
        Assert.Equal(_story.TopUp.LeaseUntil, _story.TopUp.NextActionAt);
        _story.Recover().Check();
        Assert.Equal(_story.TopUp.LeaseUntil, _story.TopUp.NextActionAt);
        _story.LeaseEnds().Check().Answered(AnswerKind.AwaitingCode).Confirm();
        Assert.Equal(_story.TopUp.LeaseUntil, _story.TopUp.NextActionAt);
    }

    [Fact]
    public void A_status_check_whose_worker_died_is_made_again_when_its_lease_is_over()
    {
        _story.Press().Answered(AnswerKind.Accepted).Check();
        Assert.Equal(new TopUpStep.Check(1), _story.LeaseEnds().Ask(new TopUpIntent.Schedule()));
    }

    [Fact]
    public void Only_a_press_sends_what_is_new()
    {
        Assert.Null(_story.TopUp.NextActionAt);
        Assert.IsType<TopUpStep.Nothing>(_story.Ask(new TopUpIntent.Schedule()));
        Assert.False(CardTopUp.IsDue(DateTime.MaxValue).Compile()(_story.TopUp));
    }

    [Theory]
    [InlineData(AnswerKind.Refused)]
    [InlineData(AnswerKind.Misconfigured)]
    public void Nothing_that_a_person_should_decide_is_retried(AnswerKind refusal)
    {
        _story.Press().Answered(refusal);
        Assert.Equal(TopUpState.Declined, _story.TopUp.State);
        for (var i = 0; i < 30; i++)
        {
            Assert.IsNotType<TopUpStep.Send>(_story.WaitUntilDue().Ask(new TopUpIntent.Schedule()));
            _story.Wait(TimeSpan.FromMinutes(20));
        }
    }

    [Theory]
    [InlineData(AnswerKind.Refused, "№1: code: 20019, message: лимит", "Превышен лимит выплат. Возьмите другую карту или выдайте позже.", "Ответ: 20019 лимит")]
    [InlineData(AnswerKind.Refused, "№1: code: 20098, message: card number", "проверьте карту и повторите", "Ответ: 20098 card number")]
    [InlineData(AnswerKind.Misconfigured, "№1: code: 20002, message: signature", "исправьте настройки терминала", "Ответ: 20002 signature")]
    public void A_refusal_says_what_to_do_and_what_KVELL_said(AnswerKind kind, string answer, string advice, string said)
    {
        _story.Press().Answered(new AnswerMeaning(kind, answer));
        Assert.Contains(advice, _story.TopUp.Message, StringComparison.Ordinal);
        Assert.Contains(said, _story.TopUp.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attempt_freezes_amount_card_branch_gateway_and_terminal()
    {
        var terms = TopUpStory.NewTerms("411111******1111");
        var attempt = _story.TopUp.BeginAttempt(_story.PressNow(), terms, _story.Claim(), _story.Now, _story.Now + TopUpStory.Settings.Lease);
        Assert.Equal((terms.Transaction, terms.CardMask, TopUpStory.Loan, terms.Terminal), (attempt.Transaction, attempt.CardMask, attempt.Amount, attempt.Terminal));
        Assert.Equal("411111******1111", _story.TopUp.CardMask);
        Assert.All(
            typeof(TopUpAttempt).GetProperties().Where(property => property.Name is "Transaction" or "Amount" or "CardMask" or "TerminalId" or "ApiKey" or "IsTest"),
            property => Assert.True(property.SetMethod?.IsPrivate));
    }

    [Fact]
    public void A_wrong_setting_in_answer_to_a_check_is_flagged_and_checks_go_on()
    {
        _story.Press().Answered(AnswerKind.Accepted).Check().Answered(AnswerKind.Misconfigured);
        Assert.Equal((TopUpState.Processing, Attention.TerminalMisconfigured), (_story.TopUp.State, _story.TopUp.Attention));
        Assert.Equal(new TopUpStep.Check(1), _story.WaitUntilDue().Ask(new TopUpIntent.Schedule()));
    }

    [Fact]
    public void An_answer_about_the_order_says_that_the_settings_are_right_again()
    {
        _story.Press().Answered(AnswerKind.Accepted).Check().Answered(AnswerKind.Misconfigured).Check().Answered(AnswerKind.Unknown);
        Assert.Equal(Attention.TerminalMisconfigured, _story.TopUp.Attention);
        Assert.Equal(Attention.None, _story.Check().Answered(AnswerKind.Accepted).TopUp.Attention);
    }

    private List<double> ChecksAfter(DateTime anchor, int count, Action? first = null)
    {
        first?.Invoke();
        var seconds = new List<double>();
        for (var i = 0; i < count; i++)
        {
            _story.WaitUntilDue();
            seconds.Add(Math.Round((_story.Now - anchor).TotalSeconds, 3));
            _story.Check().Answered(AnswerKind.Unknown);
        }

        return seconds;
    }
}
