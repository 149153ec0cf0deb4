using Kvell.Domain.Pledges.Forms;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>«СМС» and «Email» of tab «Оформление документов»: as the questionnaire says until somebody ticks otherwise.</summary>
public sealed class InformTests
{
    [Theory]
    [InlineData("СМС", null, null, "Телефон +7 903 555-01-85, СМС")]
    [InlineData("Email", null, null, "Телефон +7 903 555-01-85, ivanov@example.ru")]
    [InlineData("Не сообщать", null, null, "Телефон +7 903 555-01-85")]
    [InlineData("СМС", false, true, "Телефон +7 903 555-01-85, ivanov@example.ru")]
    [InlineData("Не сообщать", true, true, "Телефон +7 903 555-01-85, СМС, ivanov@example.ru")]
    public void The_ticket_says_how_the_client_hears_of_it(string answer, bool? sms, bool? email, string expected)
    {
        var form = Sample.Group("1500");
        form.Questionnaire.Reminders = answer;
        (form.Issue.BySms, form.Issue.ByEmail) = (sms, email);
        Assert.Equal(expected, form.Contact);
    }

    [Fact]
    public void Email_needs_an_address_once_it_is_ticked()
    {
        var form = Sample.Group("1500");
        (form.Pledgor.Email, form.Questionnaire.Reminders) = ("", "Email");
        Assert.DoesNotContain(Check(form), refusal => refusal.Field == FieldKeys.ByEmail);
        form.Issue.ByEmail = true;
        Assert.Contains("заполните «Email»", Assert.Single(Check(form), refusal => refusal.Field == FieldKeys.ByEmail).Sentence, StringComparison.Ordinal);
    }

    private static IReadOnlyList<FieldRefusal> Check(GroupForm form) => GroupRules.Check(form, new DateTime(2022, 10, 24, 9, 0, 0, DateTimeKind.Utc), TimeZoneInfo.Utc);
}
