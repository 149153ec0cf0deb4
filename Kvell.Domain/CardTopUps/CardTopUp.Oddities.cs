namespace Kvell.Domain.CardTopUps;

/// <summary>What is noted and flagged whatever call it answers, late and stale answers too.</summary>
public sealed partial class CardTopUp
{
    private void NoteOddities(TopUpAttempt attempt, AnswerMeaning meaning)
    {
        if (meaning.Kind == AnswerKind.WrongEcho)
            Flag(Attention.WrongEcho);
        if (meaning.Kind == AnswerKind.Unlisted)
            Flag(Attention.UnlistedStatus);

        // Who answers about the order took our settings for right.
        if (meaning.Kind is not (AnswerKind.NotSent or AnswerKind.Unknown or AnswerKind.Refused or AnswerKind.Misconfigured))
            Attention &= ~Attention.TerminalMisconfigured;

        // An acceptance that comes late is no news of a number canceled since; of one closed otherwise it is.
        if (meaning.IsAcceptance && attempt.ClosedBy is not (null or ClosedBy.Canceled))
            Flag(Attention.Contradiction);
    }

    /// <summary>An accepted number is never sent again, postponed or not; and "not found" proves nothing of it any more.</summary>
    private void NoteAccepted(TopUpAttempt attempt, DateTime now)
    {
        attempt.NoteAccepted();
        if (State != TopUpState.Postponed || attempt != Last)
            return;
        Flag(Attention.Contradiction);
        (State, UndecidedSince) = (TopUpState.Unknown, now);
        attempt.PlanNext(now);
    }
}
