using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Demo;

/// <summary>
/// Five clients with questionnaires. The last one's checks are fresh whenever the demo first starts: a repeat loan is quick;
/// the others' went stale and are asked again.
/// </summary>
internal sealed class DemoPledgors(TimeProvider time) : IDemoSeeder
{
    private static readonly TimeSpan Stale = TimeSpan.FromDays(40);
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(2);

    public int Order => 50;

    public async Task SeedAsync(KvellDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Set<Pledgor>().AnyAsync(pledgor => pledgor.Id == IdOf(1), cancellationToken))
            return;
        Add(db, 1, Stale, "ООО «Тульский завод», слесарь", Person("Иванов", "Иван", "Иванович", "12.03.1985", "45 08", "123456", "21.04.2008", "+7 903 555-01-85", "г. Тула", "710-031", "ОВД Центрального района г. Тулы", "300041, г. Тула, ул. Советская, д. 14, кв. 27")
            with
        { Email = "ivanov@example.ru", Inn = "710312345662", Snils = "112-233-445 95" });
        Add(db, 2, Stale, "Пенсионер", Person("Иванов", "Игорь", "Петрович", "04.11.1972", "70 17", "204415", "18.11.2017", "+7 910 555-24-72", "г. Алексин Тульской обл.", "710-003", "УМВД России по Тульской области", "301360, Тульская обл., г. Алексин, ул. Ленина, д. 5, кв. 12"));
        Add(db, 3, Stale, "МБОУ «Школа № 4», учитель", Person("Иванова", "Анна", "Викторовна", "29.06.1990", "70 10", "518230", "12.07.2010", "+7 915 555-62-90", "г. Калуга", "710-026", "ОУФМС России по Тульской области", "300012, г. Тула, ул. Тимирязева, д. 70, кв. 8"));
        Add(db, 4, Stale, "Пенсионер", Person("Ивановская", "Лидия", "Романовна", "17.01.1958", "70 03", "771902", "05.02.2003", "+7 920 555-17-58", "г. Щёкино Тульской обл.", "712-006", "Щёкинский ОВД Тульской области", "301240, Тульская обл., г. Щёкино, ул. Победы, д. 11, кв. 3"));
        Add(db, 5, Fresh, "ИП Морозова Е. А.", Person("Морозова", "Елена", "Андреевна", "23.09.1993", "70 13", "640127", "03.10.2013", "+7 953 555-09-93", "г. Тула", "710-031", "ОУФМС России по Тульской области", "300034, г. Тула, ул. Первомайская, д. 28, кв. 41"));
    }

    private static Guid IdOf(int number) => Guid.Parse($"0b1a9c5e-0000-4000-8000-0000000002{number:D2}");

    private static PledgorDetails Person(
        string last, string first, string middle, string birth, string series, string number, string issued, string phone, string birthPlace, string unit, string issuer, string address) => new()
        {
            Name = new PersonName(last, first, middle),
            BirthDate = Date(birth),
            Document = new IdentityDocument(IdentityDocumentKind.RussianPassport, series, number, Date(issued), unit, issuer),
            Citizenship = Domain.Pledges.Forms.Lists.Russia,
            BirthPlace = birthPlace,
            Phone = phone,
            Address = address,
        };

    private static DateOnly Date(string typed) =>
        TypedText.TryDate(typed, DateOnly.MaxValue, out var date) ? date : throw new FormatException($"«{typed}» is no date.");

    private void Add(KvellDbContext db, int number, TimeSpan age, string work, PledgorDetails details)
    {
        var receiver = DemoAccounts.All[0];
        var by = new Actor(receiver.Id, receiver.FullName, [receiver.Role], receiver.BranchId);
        var filled = time.GetUtcNow().UtcDateTime - age;
        var check = new ClientCheck(filled, by.Name, IsClear: true);
        var answers = new QuestionnaireAnswers
        {
            SourceOfFunds = Domain.Pledges.Forms.Lists.SourcesOfFunds[work == "Пенсионер" ? 1 : 0],
            LoanPurpose = Domain.Pledges.Forms.Lists.LoanPurposes[0],
            Risk = Domain.Pledges.Forms.Lists.Risks[0],
            Reminders = Domain.Pledges.Forms.Lists.Reminders[0],
            Work = work,
        };
        db.Add(Pledgor.Create(IdOf(number), details, filled));
        db.Add(PledgorQuestionnaire.Fill(IdOf(number), null, check, check, DateOnly.FromDateTime(filled), answers, by, filled));
    }
}
