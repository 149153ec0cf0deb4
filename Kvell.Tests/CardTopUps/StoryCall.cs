using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;

namespace Kvell.Tests.CardTopUps;

internal enum CallKind
{
    Send,
    Check,
    Confirm,
}

/// <summary>A call that was written ahead; its answer comes when the story says so, or never.</summary>
/// <param name="Ordinal">Of a send or a confirm: which; of a check: the attempt's send count when it began.</param>
internal sealed record StoryCall(TopUpStory Story, CallKind Kind, string Worker, int Attempt, int Ordinal, DateTime StartedAt)
{
    public TopUpAttempt Asked => Story.TopUp.Attempts[Attempt - 1];

    public TopUpStory Answered(AnswerKind kind) => Answered(new AnswerMeaning(kind, $"ответ {kind}"));

    public TopUpStory Completed(string id, Money commission) => Answered(new AnswerMeaning(AnswerKind.Completed, "completed", id, commission));

    public TopUpStory Answered(AnswerMeaning meaning)
    {
        var (topUp, now) = (Story.TopUp, Story.Now);
        switch (Kind)
        {
            case CallKind.Send:
                topUp.RecordSend(Attempt, Ordinal, meaning, Worker, now, TopUpStory.Settings);
                break;
            case CallKind.Check:
                topUp.RecordCheck(Attempt, Ordinal, StartedAt, meaning, Worker, now, TopUpStory.Settings);
                break;
            default:
                topUp.RecordConfirm(Attempt, Ordinal, meaning, Worker, now, TopUpStory.Settings);
                break;
        }

        TopUpInvariants.Hold(topUp);
        return Story;
    }
}
