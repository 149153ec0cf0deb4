using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Pledges;

namespace Kvell.Web.Features.Papers;

/// <param name="Content">Null: «Отсутствует».</param>
public sealed record IndividualTerm(string Number, string Condition, string? Content);

/// <summary>The individual terms of a loan: every row of the Bank of Russia's table (3240-У as amended by 6618-У), in its order, none dropped.</summary>
public static class IndividualTerms
{
    public const string Absent = "Отсутствует";

    public static IReadOnlyList<IndividualTerm> Of(PrintableTickets print, PrintableTicket ticket)
    {
        var terms = ticket.Terms;
        return
        [
            new("1", "Сумма кредита (займа) или лимит кредитования и порядок его изменения", $"{ticket.Loan} ({SumInWords.Of(ticket.Loan)}). Сумма не изменяется"),
            new("2", "Срок действия договора, срок возврата кредита (займа)", terms is null ? null : $"До {Russian.Date(terms.Through)} включительно, {Russian.Count(terms.Days, "день", "дня", "дней")}. Договор действует до полного исполнения обязательств"),
            new("3", "Валюта, в которой предоставляется кредит (заём)", "Рубль Российской Федерации"),
            new("4", "Процентная ставка (процентные ставки) в процентах годовых, а при применении переменной процентной ставки – порядок её определения", terms is null ? null : Rates(terms)),
            new("5", "Порядок определения курса иностранной валюты при переводе денежных средств кредитором третьему лицу, указанному заёмщиком", null),
            new("5.1", "Указание на изменение суммы расходов заёмщика при увеличении используемой в договоре переменной процентной ставки на один процентный пункт", null),
            new("6", "Количество, размер и периодичность (сроки) платежей заёмщика по договору или порядок определения этих платежей", terms is null ? null : $"Один платёж: сумма займа и проценты за дни пользования. {Russian.Date(terms.Through)}: {ticket.Loan + terms.WholeTerm.Interest}"),
            new("7", "Порядок изменения количества, размера и периодичности (сроков) платежей заёмщика при частичном досрочном возврате кредита (займа)", "Проценты начисляются на остаток суммы займа со дня, следующего за днём частичного возврата"),
            new("8", "Способы исполнения заёмщиком обязательств по договору по месту нахождения заёмщика", $"Наличными или безналично: {print.Head.Branch}"),
            new("8.1", "Бесплатный способ исполнения заёмщиком обязательств по договору", "Наличными в кассу ломбарда"),
            new("9", "Обязанность заёмщика заключить иные договоры", null),
            new("10", "Обязанность заёмщика по предоставлению обеспечения исполнения обязательств по договору и требования к такому обеспечению", $"Залог имущества, указанного в этом билете, с оценкой {ticket.Appraisal} ({SumInWords.Of(ticket.Appraisal)})"),
            new("11", "Цели использования заёмщиком потребительского кредита (займа)", TypedText.IsBlank(print.LoanPurpose) ? null : print.LoanPurpose),
            new("12", "Ответственность заёмщика за ненадлежащее исполнение условий договора, размер неустойки (штрафа, пени) или порядок их определения", null),
            new("13", "Условие об уступке кредитором третьим лицам прав (требований) по договору", null),
            new("14", "Согласие заёмщика с общими условиями договора", "Заёмщик с общими условиями ознакомлен и согласен"),
            new("15", "Услуги, оказываемые кредитором заёмщику за отдельную плату и необходимые для заключения договора, их цена или порядок её определения, а также подтверждение согласия заёмщика на их оказание", null),
            new("16", "Способ обмена информацией между кредитором и заёмщиком", print.Contact),
        ];
    }

    private static string Rates(LoanTerms terms) => string.Join("; ", terms.DatedPeriods.Select(dated =>
        $"с {Russian.Date(dated.From)} по {Russian.Date(dated.Through)} – {RateOf(dated.Period)}"));

    /// <summary>Percent a year, as the law has it, with the day's rate beside it.</summary>
    private static string RateOf(TariffPeriod period)
    {
        var yearly = (period.DailyPercent * 365m) + period.YearlyPercent;
        var parts = new List<string> { $"{yearly.ToString("0.000", Russian.Numbers)} % годовых" };
        if (period.DailyPercent > 0)
            parts.Add($"{period.DailyPercent.ToString("0.00", Russian.Numbers)} % в день");
        if (period.DailyRubles > 0)
            parts.Add($"и {period.DailyRubles.ToString("0.##", Russian.Numbers)} руб. в день");
        return string.Join(", ", parts);
    }
}
