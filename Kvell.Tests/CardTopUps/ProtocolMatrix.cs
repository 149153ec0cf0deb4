using System.Globalization;
using Kvell.Domain.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>
/// Matrices of expectations, a row for each state in which a call's answer may find the top-up and a column for each answer.
/// <para>States: N New, S Sending, A AwaitingCode, B Processing (at the bank), U Unknown, P Postponed, D Declined, C Completed.
/// A lower-case letter after it is the asked number's closing proof, a to e as in rule 3. Flags after «!»: e wrong echo, u unlisted
/// status, x contradiction, t terminal misconfigured, d paid on another day, 2 paid twice. «*»: a message for a person.</para>
/// <para>Columns: none NotSent, lost Unknown, echo WrongEcho, odd Unlisted, paid Completed, canc Canceled, acc Accepted,
/// code AwaitingCode, D Refused, C Misconfigured, 404 NotFound.</para>
/// </summary>
internal static class ProtocolMatrix
{
    private const string Header = "none lost echo odd paid canc acc code D C 404";

    private static readonly AnswerKind[] Columns =
    [
        AnswerKind.NotSent, AnswerKind.Unknown, AnswerKind.WrongEcho, AnswerKind.Unlisted, AnswerKind.Completed, AnswerKind.Canceled,
        AnswerKind.Accepted, AnswerKind.AwaitingCode, AnswerKind.Refused, AnswerKind.Misconfigured, AnswerKind.NotFound,
    ];

    /// <param name="expected">The matrix; a row's first word is the state that <paramref name="reach"/> must have reached.</param>
    /// <param name="reach">By row: tells the story up to the answer, and gives the call it belongs to.</param>
    public static void Holds(string expected, params Func<TopUpStory, StoryCall>[] reach)
    {
        Assert.Equal(Enum.GetValues<AnswerKind>().Order(), Columns.Order());
        var lines = expected.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rows = lines.Skip(1).Select(line => Squeeze(line.Split('|')[0])).ToList();
        Assert.Equal(Header, Squeeze(lines[0]));
        Assert.Equal(rows.Count, reach.Length);
        var different = rows.Zip(reach.Select(RowOf), (row, actual) => row == actual ? null : $"expected {row}\nbut was  {actual}").OfType<string>();
        Assert.Equal("", string.Join('\n', different));
    }

    private static string RowOf(Func<TopUpStory, StoryCall> reach)
    {
        var reached = new TopUpStory();
        reach(reached);
        return string.Join(' ', Columns.Select(kind => CellOf(reach, kind)).Prepend(LetterOf(reached.TopUp.State)));
    }

    private static string CellOf(Func<TopUpStory, StoryCall> reach, AnswerKind kind)
    {
        var story = new TopUpStory();
        var call = reach(story);
        var messageBefore = story.TopUp.Message;
        call.Answered(kind);
        var (topUp, proof) = (story.TopUp, call.Asked.ClosedBy is { } by ? ((char)('a' + (int)by - 1)).ToString() : "");
        var flags = FlagsOf(topUp.Attention);
        var message = topUp.State != TopUpState.Declined && topUp.Message is not null && topUp.Message != messageBefore ? "*" : "";
        return LetterOf(topUp.State) + proof + (flags.Length > 0 ? "!" + flags : "") + message;
    }

    public static string LetterOf(TopUpState state) => "NSABUPDC"[(int)state].ToString(CultureInfo.InvariantCulture);

    private static string FlagsOf(Attention attention) => string.Concat(
        Enum.GetValues<Attention>().Where(flag => flag != Attention.None && attention.HasFlag(flag)).Select(flag => flag switch
        {
            Attention.WrongEcho => "e",
            Attention.UnlistedStatus => "u",
            Attention.Contradiction => "x",
            Attention.TerminalMisconfigured => "t",
            Attention.PaidOnAnotherDay => "d",
            _ => "2",
        }));

    private static string Squeeze(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
