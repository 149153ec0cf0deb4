using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>What must be right on «Анкета залогодателя»: the outside checks are fresh and clear, the consent holds.</summary>
public static class QuestionnaireRules
{
    public static IEnumerable<FieldRefusal> Check(QuestionnaireForm form, string citizenship, DateTime now, TimeZoneInfo zone)
    {
        var refusals = new RefusalList(WizardTab.Questionnaire);
        CheckOne(form.Passport, FieldKeys.PassportCheck, "паспорт", "проверку паспорта",
            "Паспорт недействителен: займ выдавать нельзя", now, zone, refusals);
        CheckOne(form.Lists, FieldKeys.ListCheck, "перечни", "проверку по перечням",
            "Есть совпадение с перечнями: займ выдавать нельзя", now, zone, refusals);
        if (form.ConsentSignedOn is null)
            refusals.Missing(FieldKeys.Consent, "согласие", "Получите согласие на обработку персональных данных");
        else if (!form.HasConsent(BranchZone.DayOf(now, zone)))
            refusals.Stale(FieldKeys.Consent, "согласие", "Согласие на обработку персональных данных истекло: получите новое");
        if (!form.ActsForHimself)
            refusals.Require(form.Representative, FieldKeys.Representative, "Представитель", "Введите, кто представляет клиента и по какому документу");
        if (!form.IsOwnBeneficiary)
            refusals.Require(form.Beneficiary, FieldKeys.Beneficiary, "Владелец", "Введите, кто бенефициарный владелец");
        if (citizenship != Lists.Russia)
            refusals.Require(form.RightOfStay, FieldKeys.RightOfStay, "Право пребывания", "Введите миграционную карту или право пребывания");
        return refusals.All;
    }

    private static void CheckOne(
        CheckForm check, string field, string label, string what, string hit, DateTime now, TimeZoneInfo zone, RefusalList refusals)
    {
        if (check.CheckedAt is not { } at || check.IsClear is null)
            refusals.Missing(field, label, $"Сделайте {what}");
        else if (check.IsClear is false)
            refusals.Wrong(field, label, hit);
        else if (!check.IsFresh(now))
            refusals.Stale(field, label, $"Обновите {what}: от {Russian.Date(BranchZone.DayOf(at, zone))}, действует {ClientCheck.Validity.Days} дней");
    }
}
