using Kvell.Domain.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>
/// What an answer to a confirm means. New, Sending and Postponed of the confirmed number itself can't be: it was accepted, so it
/// is never sent again.
/// </summary>
public sealed class ProtocolConfirmMatrixTests
{
    [Fact]
    public void The_answer_to_the_worker_who_confirmed() => ProtocolMatrix.Holds(
        """
          none lost echo  odd   paid  canc  acc  code  D    C    404
        A A*   U    U!e   U!u   C     Da    B    A*    A*   A*   U
        B B    U    U!e   U!u   C     Da    B    A*    B    B    U     | meanwhile a frozen check said «processing»
        U U!u  U!u  U!eu  U!u   C!u   Da!u  B!u  A!u*  U!u  U!u  U!u   | meanwhile a frozen check brought an unlisted status
        D Da   Da   Da!e  Da!u  Ca!x  Da    Da   Da    Da   Da   Da    | meanwhile a frozen check said «canceled»
        C C    C    C!e   C!u   C     C!x   C    C     C    C    C     | meanwhile a frozen check said «completed»
        """,
        story => Reach.AwaitingCode(story).Confirm(),
        story => WithFrozenCheck(story, AnswerKind.Accepted),
        story => WithFrozenCheck(story, AnswerKind.Unlisted),
        story => WithFrozenCheck(story, AnswerKind.Canceled),
        story => WithFrozenCheck(story, AnswerKind.Completed));

    [Fact]
    public void The_answer_that_comes_when_the_confirms_lease_is_over() => ProtocolMatrix.Holds(
        """
          none lost echo  odd   paid  canc  acc  code  D    C    404
        A A*   U    U!e   U!u   C     Da    B    A*    A*   A*   U     | nobody has recovered it yet
        A A    A    A!e   A!u   C     A     A    A     A    A    A     | recovered, and the code asked for again
        A A    A    A!e   A!u   C     A     A    A     A    A    A     | the next confirm is in flight
        B B    B    B!e   B!u   C     B     B    B     B    B    B
        U U    U    U!e   U!u   C     U     U    U     U    U    U
        D Da   Da   Da!e  Da!u  Ca!x  Da    Da   Da    Da   Da   Da
        C C    C    C!e   C!u   C     C!x   C    C     C    C    C
        """,
        story =>
        {
            var confirm = Reach.AwaitingCode(story).Confirm();
            story.LeaseEnds().Claim();
            return confirm;
        },
        story => Lost(story, AnswerKind.AwaitingCode),
        story =>
        {
            var confirm = Lost(story, AnswerKind.AwaitingCode);
            story.Confirm();
            return confirm;
        },
        story => Lost(story, AnswerKind.Accepted),
        story => Lost(story, null),
        story => Lost(story, AnswerKind.Canceled),
        story => Lost(story, AnswerKind.Completed));

    [Fact]
    public void The_answer_about_a_closed_number_while_the_next_is_on_its_way() => ProtocolMatrix.Holds(
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
            var confirm = Lost(story, AnswerKind.Canceled);
            Reach.NextNumber(story, Enum.GetValues<TopUpState>().Single(state => ProtocolMatrix.LetterOf(state)[0] == letter));
            return confirm;
        }))]);

    private static StoryCall Lost(TopUpStory story, AnswerKind? laterCheck)
    {
        var confirm = Reach.AwaitingCode(story).Confirm();
        story.Recover();
        if (laterCheck is { } kind)
            story.Check().Answered(kind);
        return confirm;
    }

    private static StoryCall WithFrozenCheck(TopUpStory story, AnswerKind answer)
    {
        var frozen = Reach.FrozenCheck(Reach.AwaitingCode(story));
        var confirm = story.Confirm();
        frozen.Answered(answer);
        return confirm;
    }
}
