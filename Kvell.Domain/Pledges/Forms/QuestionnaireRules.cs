using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>What must be right on «Анкета залогодателя»: the outside checks are fresh and clear, the consent holds.</summary>
public static class QuestionnaireRules
{
    private static readonly CheckWords Passport = new(
        FieldKeys.PassportCheck, "паспорт", "проверку паспорта", "Паспорт недействителен", "Документ изменён после проверки: проверьте его заново");

    private static readonly CheckWords Lists = new(
        FieldKeys.ListCheck, "перечни", "проверку по перечням", "Есть совпадение с перечнями", "Имя или дата рождения изменены после проверки: проверьте заново");

    public static IEnumerable<FieldRefusal> Check(QuestionnaireForm form, PledgorForm pledgor, DateTime now, TimeZoneInfo zone)
    {
        var refusals = new RefusalList(WizardTab.Questionnaire);
        var today = BranchZone.DayOf(now, zone);
        CheckOne(form.Passport, Passport, pledgor.DocumentKey, now, zone, refusals);
        CheckOne(form.Lists, Lists, pledgor.PersonKey(today), now, zone, refusals);
        if (form.ConsentSignedOn is null)
            refusals.Missing(FieldKeys.Consent, "согласие", "Получите согласие на обработку персональных данных");
        else if (!form.HasConsent(today))
            refusals.Stale(FieldKeys.Consent, "согласие", "Согласие на обработку персональных данных истекло: получите новое");
        if (!form.ActsForHimself)
            refusals.Require(form.Representative, FieldKeys.Representative, "Представитель", "Введите, кто представляет клиента и по какому документу");
        if (!form.IsOwnBeneficiary)
            refusals.Require(form.Beneficiary, FieldKeys.Beneficiary, "Владелец", "Введите, кто бенефициарный владелец");
        if (pledgor.Citizenship != Forms.Lists.Russia)
            refusals.Require(form.RightOfStay, FieldKeys.RightOfStay, "Право пребывания", "Введите миграционную карту или право пребывания");
        return refusals.All;
    }

    /// <summary>What checks known elsewhere say against the form: a hit that is newer than its own check.</summary>
    public static IEnumerable<FieldRefusal> CheckKnown(QuestionnaireForm form, KnownChecks known, TimeZoneInfo zone)
    {
        var refusals = new RefusalList(WizardTab.Questionnaire);
        CheckNewerHit(form.Passport, known.Passport, Passport, zone, refusals);
        CheckNewerHit(form.Lists, known.Lists, Lists, zone, refusals);
        return refusals.All;
    }

    /// <summary>A hit is a hit however old it is, but of that document or person alone.</summary>
    private static void CheckOne(CheckForm check, CheckWords words, string subject, DateTime now, TimeZoneInfo zone, RefusalList refusals)
    {
        if (check.CheckedAt is not { } at || check.IsClear is null)
            refusals.Missing(words.Field, words.Label, $"Сделайте {words.What}");
        else if (!check.IsOf(subject))
            refusals.Void(words.Field, words.Label, words.Changed);
        else if (check.IsClear is false)
            refusals.Wrong(words.Field, words.Label, $"{words.Hit}: займ выдавать нельзя");
        else if (!check.IsFresh(now))
            refusals.Stale(words.Field, words.Label, $"Обновите {words.What}: от {Russian.Date(BranchZone.DayOf(at, zone))}, действует {ClientCheck.Validity.Days} дней");
    }

    private static void CheckNewerHit(CheckForm own, CheckForm? known, CheckWords words, TimeZoneInfo zone, RefusalList refusals)
    {
        if (known is { IsClear: false, CheckedAt: { } at } && !(own.CheckedAt >= at))
            refusals.Wrong(words.Field, words.Label, $"{words.Hit} (проверка от {Russian.Date(BranchZone.DayOf(at, zone))}): займ выдавать нельзя");
    }

    /// <param name="What">«Сделайте …»</param>
    /// <param name="Changed">Something else was checked than what stands in the form now.</param>
    private sealed record CheckWords(string Field, string Label, string What, string Hit, string Changed);
}
