using System.Text.RegularExpressions;
using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>What must be right on «Залогодатель».</summary>
public static partial class PledgorRules
{
    private const int AdultAge = 18;
    private const int PassportAge = 14;
    private const int OldestAge = 120;

    public static IEnumerable<FieldRefusal> Check(PledgorForm form, DateOnly today)
    {
        var refusals = new RefusalList(WizardTab.Pledgor);
        CheckName(form, refusals);
        var birth = CheckBirth(form, today, refusals);
        CheckDocument(form, birth, today, refusals);
        CheckContacts(form, refusals);
        return refusals.All;
    }

    private static void CheckName(PledgorForm form, RefusalList refusals)
    {
        if (refusals.Require(form.Last, FieldKeys.Last, "Фамилия", "Введите фамилию"))
            Letters(form.Last, FieldKeys.Last, "Фамилия");
        if (refusals.Require(form.First, FieldKeys.First, "Имя", "Введите имя"))
            Letters(form.First, FieldKeys.First, "Имя");
        Letters(form.Middle, FieldKeys.Middle, "Отчество");

        void Letters(string typed, string field, string label)
        {
            if (typed.Any(c => !char.IsLetter(c) && c is not (' ' or '-' or '\'' or '’' or '.')))
                refusals.Wrong(field, label, "Только буквы, пробел и дефис");
            else if (typed.Length > 100)
                refusals.Wrong(field, label, "Не длиннее 100 знаков");
        }
    }

    private static DateOnly? CheckBirth(PledgorForm form, DateOnly today, RefusalList refusals)
    {
        const string Label = "Дата рождения";
        if (refusals.PastDate(form.BirthDate, today, FieldKeys.BirthDate, Label) is not { } birth)
            return null;
        if (birth.AddYears(OldestAge) < today)
            refusals.Wrong(FieldKeys.BirthDate, Label, "Проверьте год рождения");
        else if (birth.AddYears(AdultAge) > today)
            refusals.Wrong(FieldKeys.BirthDate, Label, "Клиенту нет 18 лет: займ не выдаётся");
        return birth;
    }

    private static void CheckDocument(PledgorForm form, DateOnly? birth, DateOnly today, RefusalList refusals)
    {
        var isPassport = form.DocumentKind == IdentityDocumentKind.RussianPassport;
        if (isPassport && refusals.Require(form.Series, FieldKeys.Series, "Серия", "Введите серию"))
            refusals.Digits(form.Series, 4, FieldKeys.Series, "Серия");
        if (refusals.Require(form.Number, FieldKeys.Number, "Номер", "Введите номер") && isPassport)
            refusals.Digits(form.Number, 6, FieldKeys.Number, "Номер");
        if (isPassport && !TypedText.IsBlank(form.UnitCode))
            refusals.Digits(form.UnitCode, 6, FieldKeys.UnitCode, "Код подразделения");
        refusals.Require(form.Issuer, FieldKeys.Issuer, "Кем выдан", "Введите, кем выдан документ");
        var issued = refusals.PastDate(form.IssuedOn, today, FieldKeys.IssuedOn, "Дата выдачи");
        if (isPassport && issued < birth?.AddYears(PassportAge))
            refusals.Wrong(FieldKeys.IssuedOn, "Дата выдачи", "Паспорт выдают с 14 лет: проверьте дату");
    }

    private static void CheckContacts(PledgorForm form, RefusalList refusals)
    {
        refusals.Require(form.Address, FieldKeys.Address, "Адрес", "Введите адрес");
        if (refusals.Require(form.Phone, FieldKeys.Phone, "Телефон", "Введите телефон") && !IsPhone(form.Phone))
            refusals.Wrong(FieldKeys.Phone, "Телефон", "Нужен номер с кодом, например +7 903 555-01-85");
        if (!TypedText.IsBlank(form.Email) && !EmailPattern().IsMatch(form.Email.Trim()))
            refusals.Wrong(FieldKeys.Email, "Email", "Нужен адрес вида name@example.ru");
        if (!TypedText.IsBlank(form.Inn))
        {
            refusals.Digits(form.Inn, 12, FieldKeys.Inn, "ИНН");
            if (!CheckDigits.IsInn(TypedText.Digits(form.Inn)))
                refusals.Wrong(FieldKeys.Inn, "ИНН", "Контрольные цифры не сходятся: проверьте ИНН");
        }

        if (TypedText.IsBlank(form.Snils))
            return;
        refusals.Digits(form.Snils, 11, FieldKeys.Snils, "СНИЛС");
        if (!CheckDigits.IsSnils(TypedText.Digits(form.Snils)))
            refusals.Wrong(FieldKeys.Snils, "СНИЛС", "Контрольные цифры не сходятся: проверьте СНИЛС");
    }

    private static bool IsPhone(string typed)
    {
        var digits = TypedText.Digits(typed);
        var length = typed.TrimStart().StartsWith('+') && !digits.StartsWith('7') ? (Least: 9, Most: 15) : (Least: 10, Most: 11);
        return digits.Length >= length.Least && digits.Length <= length.Most
            && typed.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c is '+' or '-' or '(' or ')');
    }

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]+$")]
    private static partial Regex EmailPattern();
}
