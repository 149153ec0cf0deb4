using Kvell.Domain.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>What an answer to a status call means. New: there is no number to ask about.</summary>
public sealed class ProtocolCheckMatrixTests
{
    [Fact]
    public void The_answer_about_the_open_number_to_the_worker_who_asked() => ProtocolMatrix.Holds(
        """
          none lost echo  odd   paid  canc acc   code  D   C    404
        A A    A    U!e   U!u   C     Da   B     A     A   A!t  A!x
        B B    B    U!e   U!u   C     Da   B     A     B   B!t  B!x
        U U    U    U!e   U!u   C     Da   B     A     U   U!t  U    | within the grace
        U U    U    U!e   U!u   C     Da   B     A     U   U!t  U    | after it
        U U    U    U!e   U!u   C     Da   B     A     U   U!t  U    | a re-send refused, within its grace
        U U    U    U!e   U!u   C     Da   B     A     U   U!t  Dc   | a re-send refused, after its grace
        U U!u  U!u  U!eu  U!u   C!u   Da!u B!u   A!u   U!u U!ut U!xu | once accepted, then an unlisted status
        D Db   Db   Db!e  Db!u  Cb!x  Db   Db!x  Db!x  Db  Db   Db   | meanwhile the send's own refusal came late
        C C    C    C!e   C!u   C     C!x  C     C     C   C    C    | meanwhile the send's own «completed» came late
        """,
        story => Reach.AwaitingCode(story).Check(),
        story => story.Press().Answered(AnswerKind.Accepted).Check(),
        story => story.Press().Answered(AnswerKind.Unknown).Check(),
        story => story.Press().Answered(AnswerKind.Unknown).GraceEnds().Check(),
        story => Reach.Resend(story).Answered(AnswerKind.Refused).Check(),
        story => Reach.Resend(story).Answered(AnswerKind.Misconfigured).GraceEnds().Check(),
        story => story.Press().Answered(AnswerKind.Accepted).Check().Answered(AnswerKind.Unlisted).GraceEnds().Check(),
        story => CheckThenSendAnswered(story, AnswerKind.Refused),
        story => CheckThenSendAnswered(story, AnswerKind.Completed));

    [Fact]
    public void The_answer_about_the_open_number_that_comes_when_its_lease_is_over() => ProtocolMatrix.Holds(
        """
          none lost echo  odd   paid  canc acc   code  D   C    404
        S S    S    S!e   S!u   C     S    S     S     S   S    S    | a re-send is in flight
        A A    A    U!e   U!u   C     Da   B     A     A   A!t  A!x
        B B    B    U!e   U!u   C     Da   B     A     B   B!t  B!x
        U U    U    U!e   U!u   C     Da   B     A     U   U!t  U
        U U    U    U!e   U!u   C     Da   B     A     U   U!t  U    | a re-send was refused since
        P P    P    U!e   U!u   C     Da   B!x   A!x   P   P!t  P    | no byte ever left, it turned out
        D Db   Db   Db!e  Db!u  Cb!x  Db   Db!x  Db!x  Db  Db   Db
        C C    C    C!e   C!u   C     C!x  C     C     C   C    C
        """,
        story => Frozen(story, later => Reach.NotFoundThenSent(later)),
        story => Frozen(story, later => later.Check().Answered(AnswerKind.AwaitingCode)),
        story => Frozen(story, later => later.Check().Answered(AnswerKind.Accepted)),
        story => Frozen(story, later => later.Check().Answered(AnswerKind.Unknown)),
        story => Frozen(story, later => Reach.NotFoundThenSent(later).Answered(AnswerKind.Refused).GraceEnds()),
        story =>
        {
            var send = Reach.LostSend(story);
            var frozen = Reach.FrozenCheck(story);
            send.Answered(AnswerKind.NotSent);
            return frozen;
        },
        story =>
        {
            var send = Reach.LostSend(story);
            var frozen = Reach.FrozenCheck(story);
            send.Answered(AnswerKind.Refused);
            return frozen;
        },
        story => Frozen(story, later => later.Check().Answered(AnswerKind.Completed)));

    [Fact]
    public void The_answer_about_a_closed_number_to_the_worker_who_asked() => ProtocolMatrix.Holds(
        """
          none lost echo  odd   paid   canc acc   code  D  C  404
        D Da   Da   Da!e  Da!u  Ca!x   Da   Da!x  Da!x  Da Da Da
        D Db   Db   Db!e  Db!u  Cb!x   Db   Db!x  Db!x  Db Db Db
        D Dc   Dc   Dc!e  Dc!u  Cc!x   Dc   Dc!x  Dc!x  Dc Dc Dc
        D Dd   Dd   Dd!e  Dd!u  Cd!x   Dd   Dd!x  Dd!x  Dd Dd Dd
        P Pb   Pb   Pb!e  Pb!u  Cb!x   Pb   Pb!x  Pb!x  Pb Pb Pb
        C Cb   Cb   Cb!e  Cb!u  Cb!x2  Cb   Cb!x  Cb!x  Cb Cb Cb
        """,
        story => Ask(story.Press().Answered(AnswerKind.Canceled)),
        story => Ask(story.Press().Answered(AnswerKind.Refused)),
        story => Ask(Reach.ClosedByC(story)),
        story => Ask(story.Press().Answered(AnswerKind.NotSent).GiveUp(new TopUpIntent.StopTrying()).GraceEnds()),
        story => HourlyCheckBeside(story, TopUpState.Postponed),
        story => HourlyCheckBeside(story, TopUpState.Completed));

    [Fact]
    public void The_answer_about_a_closed_number_that_comes_while_the_next_is_on_its_way() => ProtocolMatrix.Holds(
        """
          none lost echo  odd   paid   canc acc   code  D  C  404
        S Sb   Sb   Sb!e  Sb!u  Cb!x   Sb   Sb!x  Sb!x  Sb Sb Sb
        A Ab   Ab   Ab!e  Ab!u  Cb!x   Ab   Ab!x  Ab!x  Ab Ab Ab
        B Bb   Bb   Bb!e  Bb!u  Cb!x   Bb   Bb!x  Bb!x  Bb Bb Bb
        U Ub   Ub   Ub!e  Ub!u  Cb!x   Ub   Ub!x  Ub!x  Ub Ub Ub
        P Pb   Pb   Pb!e  Pb!u  Cb!x   Pb   Pb!x  Pb!x  Pb Pb Pb
        D Db   Db   Db!e  Db!u  Cb!x   Db   Db!x  Db!x  Db Db Db
        C Cb   Cb   Cb!e  Cb!u  Cb!x2  Cb   Cb!x  Cb!x  Cb Cb Cb
        """,
        [.. "SABUPDC".Select(letter => (Func<TopUpStory, StoryCall>)(story =>
        {
            var frozen = Ask(story.Press().Answered(AnswerKind.Refused));
            story.LeaseEnds();
            Reach.NextNumber(story, Enum.GetValues<TopUpState>().Single(state => ProtocolMatrix.LetterOf(state)[0] == letter));
            return frozen;
        }))]);

    private static StoryCall Ask(TopUpStory declined) => declined.WaitSeconds(1).AskAboutClosed(declined.PressNow())!;

    private static StoryCall Frozen(TopUpStory story, Action<TopUpStory> later)
    {
        Reach.LostSend(story);
        var frozen = Reach.FrozenCheck(story);
        later(story);
        return frozen;
    }

    private static StoryCall CheckThenSendAnswered(TopUpStory story, AnswerKind late)
    {
        var send = Reach.LostSend(story);
        var check = story.Check();
        send.Answered(late);
        return check;
    }

    private static StoryCall HourlyCheckBeside(TopUpStory story, TopUpState next)
    {
        story.Press().Answered(AnswerKind.Refused);
        var (closed, due) = (story.Last, story.Now);
        Reach.NextNumber(story, next);
        for (; story.TopUp.State == TopUpState.Postponed && story.TopUp.NextActionAt < closed.NextActionAt;)
            story.SendAgain().Answered(AnswerKind.NotSent);
        Assert.True(closed.NextActionAt > due);
        story.WaitUntil(closed.NextActionAt!.Value);
        return story.WriteAheadCheck(new TopUpIntent.Schedule(), closed.Number);
    }
}
