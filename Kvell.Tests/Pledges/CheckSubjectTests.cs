using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>A check is of the document, or of the person, that was checked.</summary>
public sealed class CheckSubjectTests
{
    private static readonly DateTime Now = PledgeDesk.Noon.UtcDateTime;
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    public static TheoryData<Action<PledgorForm>, string, string> Changes => new()
    {
        { client => client.Number = "654321", FieldKeys.PassportCheck, "Документ изменён после проверки: проверьте его заново" },
        { client => client.Series = "45 09", FieldKeys.PassportCheck, "Документ изменён после проверки: проверьте его заново" },
        { client => client.DocumentKind = IdentityDocumentKind.InternationalPassport, FieldKeys.PassportCheck, "Документ изменён после проверки: проверьте его заново" },
        { client => client.Last = "Иванова", FieldKeys.ListCheck, "Имя или дата рождения изменены после проверки: проверьте заново" },
        { client => client.BirthDate = "13.03.1985", FieldKeys.ListCheck, "Имя или дата рождения изменены после проверки: проверьте заново" },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void Another_document_or_name_must_be_checked_anew(Action<PledgorForm> change, string field, string sentence)
    {
        var form = Checked();
        change(form.Pledgor);
        var refusal = Assert.Single(GroupRules.Check(form, Now, Moscow));
        Assert.Equal((field, sentence, RefusalKind.Void), (refusal.Field, refusal.Sentence, refusal.Kind));

        var check = field == FieldKeys.PassportCheck ? form.Questionnaire.Passport : form.Questionnaire.Lists;
        check.Confirm(Actor.Nobody, Now, field == FieldKeys.PassportCheck ? form.Pledgor.DocumentKey : form.Pledgor.PersonKey(BranchZone.DayOf(Now, Moscow)));
        Assert.Empty(GroupRules.Check(form, Now, Moscow));
    }

    [Fact]
    public void The_same_in_other_spaces_and_letters_is_the_same()
    {
        var form = Checked();
        (form.Pledgor.Series, form.Pledgor.Number, form.Pledgor.BirthDate) = ("4508 ", " 123-456", "120385");
        (form.Pledgor.Last, form.Pledgor.First) = ("  ИВАНОВ ", "иван");
        Assert.Empty(GroupRules.Check(form, Now, Moscow));
    }

    [Fact]
    public void What_was_typed_back_is_checked_again()
    {
        var form = Checked();
        form.Pledgor.Number = "12345";
        form.Pledgor.Number = "123456";
        Assert.Empty(GroupRules.Check(form, Now, Moscow));
    }

    private static GroupForm Checked()
    {
        var form = Sample.Group("100");
        form.Questionnaire.Passport.Subject = form.Pledgor.DocumentKey;
        form.Questionnaire.Lists.Subject = form.Pledgor.PersonKey(BranchZone.DayOf(Now, Moscow));
        return form;
    }
}
