using Kvell.Domain.Pledges.Forms;

namespace Kvell.Tests.Pledges;

/// <summary>Forms as a careful receiver fills them in.</summary>
internal static class Sample
{
    public static GroupForm Group(params string[] loans) => new()
    {
        Pledgor = Ivanov(),
        Questionnaire = FreshQuestionnaire(),
        Items = [.. (loans.Length == 0 ? ["6500", "4200", "3300", "2000"] : loans).Select((loan, i) => Item(loan, i + 1))],
    };

    public static PledgorForm Ivanov(string number = "123456") => new()
    {
        Last = "Иванов",
        First = "Иван",
        Middle = "Иванович",
        BirthDate = "12.03.1985",
        BirthPlace = "г. Тула",
        Series = "45 08",
        Number = number,
        IssuedOn = "21.04.2008",
        UnitCode = "710-031",
        Issuer = "ОВД Центрального района г. Тулы",
        Address = "300041, г. Тула, ул. Советская, д. 14, кв. 27",
        Phone = "+7 903 555-01-85",
        Email = "ivanov@example.ru",
        Inn = "710312345662",
        Snils = "112-233-445 95",
    };

    public static QuestionnaireForm FreshQuestionnaire() => new()
    {
        Passport = Check(),
        Lists = Check(),
        ConsentSignedOn = new DateOnly(2022, 6, 2),
        Work = "ООО «Тульский завод», слесарь",
    };

    public static ItemForm Item(string loan, int ticket) => new()
    {
        Kind = "Браслет",
        Description = "Плетение «Бисмарк», замок исправен",
        Gross = "3,10",
        Price = "2150",
        Loan = loan,
        Ticket = ticket,
    };

    private static CheckForm Check() => new() { IsClear = true, CheckedAt = PledgeDesk.Noon.UtcDateTime.AddDays(-1), By = "Петрова Анна Сергеевна" };
}
