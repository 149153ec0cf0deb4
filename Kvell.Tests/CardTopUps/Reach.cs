using Kvell.Domain.CardTopUps;

namespace Kvell.Tests.CardTopUps;

/// <summary>Ways of a story to where a matrix's row or a rule begins.</summary>
internal static class Reach
{
    /// <summary>The first send's worker is gone; the number is unanswered.</summary>
    public static StoryCall LostSend(TopUpStory story)
    {
        var send = story.Press();
        story.Recover();
        return send;
    }

    /// <summary>Unanswered, a grace has passed, and KVELL doesn't know the number: rule 4's re-send is in flight.</summary>
    public static StoryCall Resend(TopUpStory story) => NotFoundThenSent(LostSend(story).Story);

    public static StoryCall NotFoundThenSent(TopUpStory story) => story.GraceEnds().Check().Answered(AnswerKind.NotFound).SendAgain();

    /// <summary>A status check whose worker froze: its answer is still to come, others go on.</summary>
    public static StoryCall FrozenCheck(TopUpStory story)
    {
        var check = story.Check();
        story.LeaseEnds();
        return check;
    }

    public static TopUpStory AwaitingCode(TopUpStory story) => story.Press().Answered(AnswerKind.AwaitingCode);

    /// <summary>The last send refused as a re-send, then a grace and "not found": rule 3 (c).</summary>
    public static TopUpStory ClosedByC(TopUpStory story) =>
        Resend(story).Answered(AnswerKind.Refused).GraceEnds().Check().Answered(AnswerKind.NotFound);

    /// <summary>The next number of the loan, in the state that a row wants.</summary>
    public static TopUpStory NextNumber(TopUpStory story, TopUpState state)
    {
        var send = story.Press();
        return state switch
        {
            TopUpState.Sending => story,
            TopUpState.AwaitingCode => send.Answered(AnswerKind.AwaitingCode),
            TopUpState.Processing => send.Answered(AnswerKind.Accepted),
            TopUpState.Unknown => send.Answered(AnswerKind.Unknown),
            TopUpState.Postponed => send.Answered(AnswerKind.NotSent),
            TopUpState.Declined => send.Answered(AnswerKind.Refused),
            TopUpState.Completed => send.Answered(AnswerKind.Completed),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A next number is never new."),
        };
    }
}
