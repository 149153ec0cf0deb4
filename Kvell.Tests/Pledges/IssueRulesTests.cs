using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Pledges.Issue;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>«Можно выдавать»: every rule of the one list, forbidding and warning.</summary>
public sealed class IssueRulesTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly DateTime Noon = PledgeDesk.Noon.UtcDateTime;
    private static readonly IssueBlocks AllBlocks = Enum.GetValues<IssueBlocks>().Aggregate((all, rule) => all | rule);
    private static readonly IssueTicket Printed = Ticket(1);

    [Fact]
    public void A_careful_group_may_be_given_out() => Assert.Empty(Check());

    public static TheoryData<IssueBlocks, Action<Case>, string, string> ByPolicy => new()
    {
        { IssueBlocks.Hours, it => it.Now = Local("24.10.2022 07:59:59"), FieldKeys.Date, "Сейчас 7:59, займы выдают с 8:00 до 23:00" },
        { IssueBlocks.Hours, it => it.Now = Local("24.10.2022 23:00:00"), FieldKeys.Date, "Сейчас 23:00, займы выдают с 8:00 до 23:00" },
        { IssueBlocks.Unprinted, it => it.Tickets = [Ticket(4, isPrinted: false)], FieldKeys.NextBlank, "Билет №04 не напечатан" },
        { IssueBlocks.Unprinted, it => it.Tickets = [.. Enumerable.Range(1, 4).Select(ordinal => Ticket(ordinal, isPrinted: false))], FieldKeys.NextBlank, "Билеты №01–№04 не напечатаны" },
        { IssueBlocks.Unprinted, it => it.Tickets = [Ticket(1, false), Ticket(2), Ticket(3, false), Ticket(4, false)], FieldKeys.NextBlank, "Билеты №01, №03, №04 не напечатаны" },
        { IssueBlocks.StaleChecks, it => it.Form.Questionnaire.Passport.CheckedAt = Noon.AddDays(-31), FieldKeys.PassportCheck, "Обновите проверку паспорта: от 23.09.2022, действует 30 дней" },
        { IssueBlocks.NoCap, it => it.Costs = Costs(null), FieldKeys.Tariff, "Нет предельного значения ПСК на эту дату" },
        { IssueBlocks.CostAboveCap, it => it.Costs = Costs(100m), FieldKeys.Tariff, "ПСК выше предельного с 1-го по 39-й день: на 1-й день 109,500\u00A0% при предельном 100,000\u00A0%, больше на 9,500" },
        { IssueBlocks.StopList, it => it.Form.Items[1].Description = "Слиток, 999", "item-2-kind", "Предмет 2 в стоп-листе: Металл без документов" },
    };

    [Theory]
    [MemberData(nameof(ByPolicy))]
    public void A_rule_of_the_policy_forbids_or_warns(IssueBlocks rule, Action<Case> breakIt, string field, string sentence)
    {
        foreach (var forbids in new[] { true, false })
        {
            var concern = Assert.Single(Check(breakIt, forbids ? rule : ~rule & AllBlocks));
            Assert.Equal((sentence, field, forbids), (concern.Sentence, concern.Field, concern.Blocks));
        }
    }

    public static TheoryData<Action<Case>, string, string> Always => new()
    {
        { it => (it.Form.Pledgor.BirthDate, it.Form.Pledgor.IssuedOn) = ("25.10.2004", "25.10.2018"), FieldKeys.BirthDate, "Клиенту нет 18 лет: займ не выдаётся" },
        { it => it.Form.Pledgor.Number = "12345", FieldKeys.Number, "Номер: нужно 6 цифр, введено 5" },
        { it => it.Form.Questionnaire.Passport.IsClear = false, FieldKeys.PassportCheck, "Паспорт недействителен: займ выдавать нельзя" },
        { it => (it.Form.Questionnaire.Passport.IsClear, it.Form.Questionnaire.Passport.CheckedAt) = (false, Noon.AddDays(-400)), FieldKeys.PassportCheck, "Паспорт недействителен: займ выдавать нельзя" },
        { it => (it.Form.Questionnaire.Lists.IsClear, it.Form.Questionnaire.Lists.CheckedAt) = (false, Noon.AddDays(-31)), FieldKeys.ListCheck, "Есть совпадение с перечнями: займ выдавать нельзя" },
        { it => it.Form.Questionnaire.Passport.Subject = "1:4508000000", FieldKeys.PassportCheck, "Документ изменён после проверки: проверьте его заново" },
        { it => it.Form.Items[0].Loan = "6666", "item-1-loan", "Предмет 1: сумма займа больше оценки на 1,00\u00A0₽. Поставьте не больше 6\u00A0665,00\u00A0₽." },
        { it => (it.Form.Pledgor.Issuer, it.Form.Pledgor.Address, it.Form.Pledgor.Phone, it.Form.Pledgor.Series) = ("", "", "", ""), FieldKeys.Series, "Данные клиента не заполнены: Серия, Кем выдан, Адрес и ещё 1" },
        { it => it.Form.Questionnaire.ConsentSignedOn = null, FieldKeys.Consent, "Анкета не заполнена: согласие" },
    };

    [Theory]
    [MemberData(nameof(Always))]
    public void What_the_law_or_the_document_forbids_no_policy_lets_through(Action<Case> breakIt, string field, string sentence)
    {
        var concern = Assert.Single(Check(breakIt, IssueBlocks.None));
        Assert.Equal((sentence, field, true), (concern.Sentence, concern.Field, concern.Blocks));
    }

    [Fact]
    public void Of_a_posted_group_only_what_can_still_be_put_right_is_said()
    {
        void Grow(Case it)
        {
            it.Form.Questionnaire.Passport.CheckedAt = Noon.AddDays(-31);
            it.Form.Pledgor.Number = "1";
            (it.IsPosted, it.Tickets) = (true, [Ticket(1) with { PostedFor = new DateOnly(2022, 10, 23) }]);
        }

        var concerns = Check(Grow, AllBlocks);
        Assert.Equal([(FieldKeys.PassportCheck, false), (FieldKeys.Date, false)], concerns.Select(concern => (concern.Field, concern.Blocks)));
        Assert.Equal("Займ датирован 23.10.2022", concerns[1].Sentence);
    }

    [Fact]
    public void When_all_are_given_out_nothing_is_left_to_say() =>
        Assert.Empty(Check(it => (it.IsPosted, it.Tickets, it.Now) = (true, [], Local("24.10.2022 23:30:00"))));

    [Theory]
    [InlineData("2022-10-23", false)]
    [InlineData("2022-10-24", true)]
    [InlineData("2022-10-25", true)]
    [InlineData("2022-10-26", false)]
    public void A_row_of_the_stop_list_holds_from_its_first_day_through_its_last(string day, bool holds)
    {
        var entry = Entry(new StopListForm { Name = "Металл", Words = "слиток,лом золота", From = "24.10.2022", Through = "25102022" });
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(holds, entry.Names("Лом Золота 585", date));
        Assert.False(entry.Names("Браслет золото", date));
    }

    [Theory]
    [InlineData("", "слиток", "01.03.2026", "", StopListForm.NameField)]
    [InlineData("Металл", " , ", "01.03.2026", "", StopListForm.WordsField)]
    [InlineData("Металл", "слиток, зо", "01.03.2026", "", StopListForm.WordsField)]
    [InlineData("Металл", "слиток", "31.02.2026", "", StopListForm.FromField)]
    [InlineData("Металл", "слиток", "01.03.2026", "28.02.2026", StopListForm.ThroughField)]
    [InlineData("Металл", "слиток", "01.03.2026", "завтра", StopListForm.ThroughField)]
    public void A_wrong_row_is_refused_at_its_field(string name, string words, string from, string through, string field)
    {
        var form = new StopListForm { Name = name, Words = words, From = from, Through = through };
        Assert.Equal(field, Assert.Single(form.Check(new DateOnly(2026, 3, 1))).Field);
        Assert.Throws<IllegalTransitionException>(() => Entry(form));
    }

    private static IReadOnlyList<IssueConcern> Check(Action<Case>? change = null, IssueBlocks blocks = IssueBlocks.None)
    {
        var it = new Case();
        change?.Invoke(it);
        var stop = Entry(new StopListForm { Name = "Металл без документов", Words = "слиток", From = "01.01.2022" });
        var terms = new IssueTerms(blocks, new TimeOnly(8, 0), new TimeOnly(23, 0), Moscow, [stop]);
        return IssueRules.Check(new IssueFacts(it.Form, GroupRules.Check(it.Form, Noon, Moscow), it.IsPosted, it.Tickets, it.Costs, it.Now), terms);
    }

    private static IssueTicket Ticket(int ordinal, bool isPrinted = true) => new(ordinal, isPrinted, Money.FromRubles(10_000), PledgeKind.Jewellery);

    /// <summary>10 000 roubles at 0.30 % a day for 29 days, then at 0.20 %.</summary>
    private static IReadOnlyList<CostVerdict> Costs(decimal? cap)
    {
        var day = new DateOnly(2022, 10, 24);
        TariffPeriod[] periods = [new(29, 0.30m, 0, 0), new(31, 0.20m, 0, 0)];
        FullCostCap[] caps = cap is { } percent ? [FullCostCap.Create(PledgeKind.Jewellery, day, day, percent)] : [];
        return IssueCosts.Of([Printed, Printed with { Ordinal = 2 }], day, periods, issueDayBearsInterest: false, caps);
    }

    private static StopListEntry Entry(StopListForm form) => StopListEntry.Create(Guid.NewGuid(), form, new DateOnly(2022, 10, 24), Actor.Nobody, Noon);

    private static DateTime Local(string text) => TimeZoneInfo.ConvertTimeToUtc(
        DateTime.ParseExact(text, "dd.MM.yyyy HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), Moscow);

    public sealed class Case
    {
        public GroupForm Form { get; } = Sample.Group("100", "200");

        public IReadOnlyList<IssueTicket> Tickets { get; set; } = [Printed];

        public IReadOnlyList<CostVerdict> Costs { get; set; } = [];

        public DateTime Now { get; set; } = Noon;

        public bool IsPosted { get; set; }
    }
}
