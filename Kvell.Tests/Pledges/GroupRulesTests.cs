using Kvell.Domain.Pledges.Forms;
using Xunit;

namespace Kvell.Tests.Pledges;

public sealed class GroupRulesTests
{
    private static readonly DateTime Now = PledgeDesk.Noon.UtcDateTime;
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    [Fact]
    public void A_careful_group_may_be_posted() => Assert.Empty(Check(Sample.Group()));

    [Fact]
    public void An_empty_group_names_what_is_missing_on_every_tab()
    {
        var refusals = Check(new GroupForm());
        Assert.Equal([WizardTab.Pledgor, WizardTab.Questionnaire, WizardTab.Items], refusals.Select(refusal => refusal.Tab).Distinct());
        Assert.All(refusals, refusal => Assert.Equal(RefusalKind.Missing, refusal.Kind));
    }

    public static TheoryData<Action<GroupForm>, string, string> Wrongs => new()
    {
        { form => form.Pledgor.Number = "12345", FieldKeys.Number, "Нужно 6 цифр, введено 5" },
        { form => form.Pledgor.Number = "12345а", FieldKeys.Number, "Нужно 6 цифр, без букв и знаков" },
        { form => form.Pledgor.Series = "450", FieldKeys.Series, "Нужно 4 цифры, введено 3" },
        { form => form.Pledgor.Last = "Иванов7", FieldKeys.Last, "Только буквы, пробел и дефис" },
        { form => form.Pledgor.BirthDate = "31.02.1985", FieldKeys.BirthDate, "Нужна дата, например 24.10.2022" },
        { form => form.Pledgor.BirthDate = "25.10.2022", FieldKeys.BirthDate, "Эта дата ещё не наступила" },
        { form => form.Pledgor.BirthDate = "25.10.2004", FieldKeys.BirthDate, "Клиенту нет 18 лет: займ не выдаётся" },
        { form => form.Pledgor.IssuedOn = "11.03.1999", FieldKeys.IssuedOn, "Паспорт выдают с 14 лет: проверьте дату" },
        { form => form.Pledgor.Phone = "555-01-85", FieldKeys.Phone, "Нужен номер с кодом, например +7 903 555-01-85" },
        { form => form.Pledgor.Inn = "710312345663", FieldKeys.Inn, "Контрольные цифры не сходятся: проверьте ИНН" },
        { form => form.Pledgor.Snils = "112-233-445", FieldKeys.Snils, "Нужно 11 цифр, введено 9" },
        { form => form.Pledgor.Citizenship = "Армения", FieldKeys.RightOfStay, "Введите миграционную карту или право пребывания" },
        { form => form.Questionnaire.Passport.IsClear = false, FieldKeys.PassportCheck, "Паспорт недействителен: займ выдавать нельзя" },
        { form => form.Questionnaire.Lists.IsClear = false, FieldKeys.ListCheck, "Есть совпадение с перечнями: займ выдавать нельзя" },
        { form => form.Questionnaire.Passport.CheckedAt = Now.AddDays(-31), FieldKeys.PassportCheck, "Обновите проверку паспорта: от 23.09.2022, действует 30 дней" },
        { form => form.Questionnaire.ConsentSignedOn = new DateOnly(2017, 10, 23), FieldKeys.Consent, "Согласие на обработку персональных данных истекло: получите новое" },
        { form => form.Items[2].Loan = "6854", "item-3-loan", "Предмет 3: сумма займа больше оценки на 189,00\u00A0₽. Поставьте не больше 6\u00A0665,00\u00A0₽." },
        { form => form.Items[0].Loan = "0", "item-1-loan", "Предмет 1: сумма займа больше нуля" },
        { form => form.Items[0].Loan = "1,2,3", "item-1-loan", "Предмет 1: нужна сумма, например 1234,50" },
        { form => form.Items[0].Inserts = "3,10", "item-1-inserts", "Предмет 1: вставки весят меньше всего предмета" },
        { form => form.Items[0].Gross = "три", "item-1-gross", "Предмет 1: нужно число, например 3,10" },
        { form => form.Issue.Date = "25.10.2022", FieldKeys.Date, "Дата займа ещё не наступила" },
        { form => form.Issue.Date = "сегодня", FieldKeys.Date, "Нужна дата, например 24.10.2022 12:19:10" },
        { form => form.Issue.Cash = "16000,01", FieldKeys.Cash, "Наличных больше, чем займов. Поставьте не больше 16\u00A0000,00\u00A0₽." },
        { form => form.Issue.Cash = "много", FieldKeys.Cash, "Нужна сумма, например 1234,50" },
    };

    [Theory]
    [MemberData(nameof(Wrongs), DisableDiscoveryEnumeration = true)]
    public void A_wrong_field_is_refused_with_its_sentence(Action<GroupForm> spoil, string field, string sentence)
    {
        var form = Sample.Group();
        spoil(form);
        Assert.Equal(sentence, Check(form).First(refusal => refusal.Field == field).Sentence);
    }

    [Fact]
    public void What_went_stale_is_told_from_what_is_wrong()
    {
        var form = Sample.Group();
        form.Questionnaire.Passport.CheckedAt = Now.AddDays(-31);
        Assert.Equal(RefusalKind.Stale, Assert.Single(Check(form)).Kind);
    }

    [Fact]
    public void An_appraisal_is_net_by_price_by_factor_unless_typed_over()
    {
        var item = Sample.Item("1", 1);
        (item.Inserts, item.Factor) = ("0,08", "0,9");
        Assert.Equal(584_370, item.Appraisal!.Value.Kopecks);
        item.TypedAppraisal = "5000";
        Assert.Equal(500_000, item.Appraisal!.Value.Kopecks);
    }

    [Fact]
    public void A_loan_of_one_rouble_is_legal_and_a_blank_row_is_no_item()
    {
        var form = Sample.Group("1,00");
        form.Items.Add(new ItemForm());
        Assert.Empty(Check(form));
        Assert.Equal("Билет №01", Assert.Single(GroupRules.TicketsOf(form)).Name);
    }

    [Theory]
    [InlineData("бр", "Браслет")]
    [InlineData("ц", "Цепь")]
    [InlineData("К", "Кольцо")]
    [InlineData("Кулон", "Кулон")]
    public void A_begun_kind_is_completed(string typed, string expected) => Assert.Equal(expected, Domain.Pledges.Forms.Lists.CompleteKind(typed));

    private static IReadOnlyList<FieldRefusal> Check(GroupForm form) => GroupRules.Check(form, Now, Moscow);
}
