using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>What is typed about KVELL's answer is read in the branch's time, and what is wrong is said at its field.</summary>
public sealed class DecisionFormTests
{
    /// <summary>15:00 in Moscow.</summary>
    private static readonly DateTime Now = TopUpStory.Noon.AddHours(3);

    /// <summary>12:30 in Moscow.</summary>
    private static readonly DateTime CountsFrom = TopUpStory.Noon.AddMinutes(30);

    [Fact]
    public void A_full_form_becomes_a_proposal()
    {
        var form = Filled("02.03.2026 14:29");
        Assert.Empty(Check(form));
        Assert.Equal(
            new DecisionProposal(DecisionKind.NotPaid, new DateTime(2026, 3, 2, 11, 29, 0, DateTimeKind.Utc), "4471", "Заказ не поступал"),
            form.ToProposal(Now, TopUpStory.Moscow));
    }

    [Fact]
    public void An_empty_form_is_asked_for_everything_but_the_file() => Assert.Equal(
        [DecisionForm.ChoiceField, DecisionForm.AnsweredAtField, DecisionForm.NumberField, DecisionForm.ReasonField],
        Check(new DecisionForm()).Select(refusal => refusal.Field));

    [Theory]
    [InlineData("вчера", "Нужны дата и время")]
    [InlineData("02.03.2026", "Нужны дата и время")]
    [InlineData("02.03.2026 15:01", "ещё не наступило")]
    [InlineData("02.03.2026 12:29", "не раньше 02.03.2026 12:30:00")]
    public void A_time_that_proves_nothing_is_said_at_its_field(string typed, string sentence)
    {
        var refusal = Assert.Single(Check(Filled(typed)));
        Assert.Equal(DecisionForm.AnsweredAtField, refusal.Field);
        Assert.Contains(sentence, refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_at_most_five_megabytes()
    {
        var form = Filled("02.03.2026 14:29") with { File = new DecisionFile("ответ.pdf", "application/pdf", new byte[DecisionForm.MostBytes]) };
        Assert.Empty(Check(form));
        form.File = form.File with { Bytes = new byte[DecisionForm.MostBytes + 1] };
        Assert.Equal(DecisionForm.TooLarge, Assert.Single(Check(form)));
    }

    [Fact]
    public void What_is_too_long_for_its_column_is_said()
    {
        var form = Filled("02.03.2026 14:29") with { AnswerNumber = new string('4', 61), Reason = new string('а', 501) };
        Assert.Equal([DecisionForm.NumberField, DecisionForm.ReasonField], Check(form).Select(refusal => refusal.Field));
        form = Filled("02.03.2026 14:29") with { File = new DecisionFile(new string('х', 300) + ".pdf", new string('т', 300), [1]) };
        var kept = form.ToProposal(Now, TopUpStory.Moscow).File!;
        Assert.Equal((200, ""), (kept.Name.Length, kept.ContentType));
        Assert.EndsWith(".pdf", kept.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void No_whole_card_number_gets_into_the_journal()
    {
        const string Card = "2200 0000 0000 0004";
        var form = Filled("02.03.2026 14:29") with { AnswerNumber = Card, Reason = $"Карта {Card}", File = new DecisionFile($"{Card}.pdf", "", [1]) };
        Assert.Equal([DecisionForm.NumberField, DecisionForm.ReasonField, DecisionForm.FileField], Check(form).Select(refusal => refusal.Field));
        Assert.Equal([DecisionForm.NumberField], Check(Filled("02.03.2026 14:29") with { AnswerNumber = $"письмо о {Card}" }).Select(refusal => refusal.Field));
        Assert.Empty(Check(Filled("02.03.2026 14:29") with { AnswerNumber = "2026030200014471", Reason = "Карта …0004, номер 6c1d2f0e-8b37-4d5c-9a44-123456789021" }));
    }

    private static DecisionForm Filled(string answeredAt) => new()
    {
        Choice = DecisionKind.NotPaid,
        AnsweredAt = answeredAt,
        AnswerNumber = " 4471 ",
        Reason = "Заказ  не поступал ",
    };

    private static IReadOnlyList<Refusal> Check(DecisionForm form) => form.Check(CountsFrom, Now, TopUpStory.Moscow);
}
