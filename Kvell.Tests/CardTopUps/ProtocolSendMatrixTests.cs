using Kvell.Domain.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>What an answer to a send means, in each state in which it may arrive. New: nothing was ever sent.</summary>
public sealed class ProtocolSendMatrixTests
{
    [Fact]
    public void The_first_sends_answer_to_the_worker_who_sent_it() => ProtocolMatrix.Holds(
        """
          none lost echo  odd   paid  canc acc  code D   C   404
        S P    U    U!e   U!u   C     Da   B    A    Db  Db  U
        S P    U    U!e   U!u   C     Da   B    A    Db  Db  U    | repeated: no byte of the sends before it left
        C C!x  C!x  C!ex  C!xu  C!x2  Ca!x C!x  C!x  C!x C!x C!x  | meanwhile an older number turned out paid
        """,
        story => story.Press(),
        story => story.Press().Answered(AnswerKind.NotSent).SendAgain().Answered(AnswerKind.NotSent).SendAgain(),
        story =>
        {
            var olderCheck = story.Press().Answered(AnswerKind.Refused).AskAboutClosed(story.PressNow())!;
            story.LeaseEnds();
            var send = story.Press();
            olderCheck.Answered(AnswerKind.Completed);
            return send;
        });

    [Fact]
    public void A_resends_answer_to_the_worker_who_sent_it() => ProtocolMatrix.Holds(
        """
          none lost echo odd  paid canc acc code D    C    404
        S U    U    U!e  U!u  C    Da   B   A    U    U    U
        S U    U    U!e  U!u  C    Da   B   A    U!x  U!x  U    | meanwhile a frozen check brought an acceptance
        C C    C    C!e  C!u  C    C!x  C   C    C    C    C    | meanwhile a frozen check brought «completed»
        """,
        Reach.Resend,
        story => WithFrozenCheck(story, AnswerKind.Accepted),
        story => WithFrozenCheck(story, AnswerKind.Completed));

    [Fact]
    public void The_first_sends_answer_when_its_lease_is_over() => ProtocolMatrix.Holds(
        """
          none lost echo  odd   paid  canc acc  code D    C    404
        S P    U    U!e   U!u   C     Da   B    A    Db   Db   U    | nobody has recovered it yet
        U P    U    U!e   U!u   C     Da   B    A    Db   Db   U    | it proves, late, that no byte left
        A A    A    U!e   U!u   C     Da   B    A    A!x  A!x  A
        B B    B    U!e   U!u   C     Da   B    A    B!x  B!x  B
        D Da   Da   Da!e  Da!u  Ca!x  Da   Da   Da   Da   Da   Da
        C C    C    C!e   C!u   C     C!x  C    C    C    C    C
        """,
        story =>
        {
            var send = story.Press();
            story.LeaseEnds().Claim();
            return send;
        },
        Reach.LostSend,
        story => ThenChecked(Reach.LostSend(story), AnswerKind.AwaitingCode),
        story => ThenChecked(Reach.LostSend(story), AnswerKind.Accepted),
        story => ThenChecked(Reach.LostSend(story), AnswerKind.Canceled),
        story => ThenChecked(Reach.LostSend(story), AnswerKind.Completed));

    [Fact]
    public void A_resends_answer_when_its_lease_is_over() => ProtocolMatrix.Holds(
        """
          none lost echo  odd   paid  canc acc  code D    C    404
        S U    U    U!e   U!u   C     Da   B    A    U    U    U    | nobody has recovered it yet
        U U    U    U!e   U!u   C     Da   B    A    U    U    U
        A A    A    U!e   U!u   C     Da   B    A    A!x  A!x  A
        B B    B    U!e   U!u   C     Da   B    A    B!x  B!x  B
        D Da   Da   Da!e  Da!u  Ca!x  Da   Da   Da   Da   Da   Da
        C C    C    C!e   C!u   C     C!x  C    C    C    C    C
        """,
        story =>
        {
            var send = Reach.Resend(story);
            story.LeaseEnds().Claim();
            return send;
        },
        LostResend,
        story => ThenChecked(LostResend(story), AnswerKind.AwaitingCode),
        story => ThenChecked(LostResend(story), AnswerKind.Accepted),
        story => ThenChecked(LostResend(story), AnswerKind.Canceled),
        story => ThenChecked(LostResend(story), AnswerKind.Completed));

    [Fact]
    public void The_answer_to_a_send_that_a_resend_has_followed() => ProtocolMatrix.Holds(
        """
          none lost echo  odd   paid  canc acc   code  D    C    404
        S S    S    S!e   S!u   C     S    S     S     S    S    S
        U U    U    U!e   U!u   C     U    U     U     U    U    U
        U U    U    U!e   U!u   C     U    U     U     U    U    U    | the re-send was refused
        A A    A    A!e   A!u   C     A    A     A     A    A    A
        B B    B    B!e   B!u   C     B    B     B     B    B    B
        D Da   Da   Da!e  Da!u  Ca!x  Da   Da    Da    Da   Da   Da
        D Dc   Dc   Dc!e  Dc!u  Cc!x  Dc   Dc!x  Dc!x  Dc   Dc   Dc
        C C    C    C!e   C!u   C     C!x  C     C     C    C    C
        """,
        story => ThenResent(Reach.LostSend(story), null),
        story => ThenResent(Reach.LostSend(story), AnswerKind.Unknown),
        story => ThenResent(Reach.LostSend(story), AnswerKind.Refused),
        story => ThenResent(Reach.LostSend(story), AnswerKind.AwaitingCode),
        story => ThenResent(Reach.LostSend(story), AnswerKind.Accepted),
        story => ThenResent(Reach.LostSend(story), AnswerKind.Canceled),
        story => ThenChecked(ThenResent(Reach.LostSend(story), AnswerKind.Refused), AnswerKind.NotFound),
        story => ThenResent(Reach.LostSend(story), AnswerKind.Completed));

    [Fact]
    public void The_late_answer_to_a_closed_numbers_send_while_the_next_number_is_on_its_way() => ProtocolMatrix.Holds(
        """
          none lost echo  odd   paid   canc acc code D  C  404
        S Sa   Sa   Sa!e  Sa!u  Ca!x   Sa   Sa  Sa   Sa Sa Sa
        A Aa   Aa   Aa!e  Aa!u  Ca!x   Aa   Aa  Aa   Aa Aa Aa
        B Ba   Ba   Ba!e  Ba!u  Ca!x   Ba   Ba  Ba   Ba Ba Ba
        U Ua   Ua   Ua!e  Ua!u  Ca!x   Ua   Ua  Ua   Ua Ua Ua
        P Pa   Pa   Pa!e  Pa!u  Ca!x   Pa   Pa  Pa   Pa Pa Pa
        D Da   Da   Da!e  Da!u  Ca!x   Da   Da  Da   Da Da Da
        C Ca   Ca   Ca!e  Ca!u  Ca!x2  Ca   Ca  Ca   Ca Ca Ca
        """,
        [.. "SABUPDC".Select(letter => (Func<TopUpStory, StoryCall>)(story =>
        {
            var send = ThenChecked(Reach.LostSend(story), AnswerKind.Canceled);
            Reach.NextNumber(story, Enum.GetValues<TopUpState>().Single(state => ProtocolMatrix.LetterOf(state)[0] == letter));
            return send;
        }))]);

    [Fact]
    public void An_answer_about_a_number_that_was_never_made_throws()
    {
        var story = new TopUpStory();
        var worker = story.Claim();
        foreach (var kind in Enum.GetValues<CallKind>())
            Assert.ThrowsAny<ArgumentException>(() => new StoryCall(story, kind, worker, 1, 1, story.Now).Answered(AnswerKind.Completed));
        Assert.Equal(TopUpState.New, story.TopUp.State);
    }

    private static StoryCall LostResend(TopUpStory story)
    {
        var send = Reach.Resend(story);
        story.Recover();
        return send;
    }

    private static StoryCall ThenChecked(StoryCall send, AnswerKind kind)
    {
        send.Story.GraceEnds().Check().Answered(kind);
        return send;
    }

    private static StoryCall ThenResent(StoryCall send, AnswerKind? answer)
    {
        var resend = Reach.NotFoundThenSent(send.Story);
        if (answer is { } kind)
            resend.Answered(kind);
        return send;
    }

    private static StoryCall WithFrozenCheck(TopUpStory story, AnswerKind answer)
    {
        Reach.LostSend(story);
        var frozen = Reach.FrozenCheck(story);
        var resend = Reach.NotFoundThenSent(story);
        frozen.Answered(answer);
        return resend;
    }
}
