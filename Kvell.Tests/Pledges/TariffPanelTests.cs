using Bunit;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Web.Features.Pledges;
using Xunit;

namespace Kvell.Tests.Pledges;

public sealed class TariffPanelTests : BunitContext
{
    [Fact]
    public void A_period_is_told_with_its_dates_days_and_three_rates()
    {
        var tariff = Tariff.Create(Guid.NewGuid(), "Основной, 1 год", 1,
        [
            new TariffPeriod(29, 0.30m, 0m, 0m),
            new TariffPeriod(31, 0.2m, 1.5m, 109.5m),
            new TariffPeriod(2, 1234.5m, 10m, 73m),
        ]);
        var panel = Render<TariffPanel>(x => x.Add(p => p.Tariff, tariff).Add(p => p.LoanDate, new DateOnly(2022, 10, 24)));
        Assert.Equal(
            [
                "От 25.10.2022 до 22.11.2022 (29 дней) 0,30% в день 0 руб/день 0,000% в год",
                "От 23.11.2022 до 23.12.2022 (31 день) 0,20% в день 1,5 руб/день 109,500% в год",
                "От 24.12.2022 до 25.12.2022 (2 дня) 1234,50% в день 10 руб/день 73,000% в год",
            ],
            panel.FindAll("li").Select(line => TextOf(line.InnerHtml)));
    }

    [Fact]
    public void Without_a_tariff_there_is_no_line() =>
        Assert.Empty(Render<TariffPanel>(x => x.Add(p => p.LoanDate, new DateOnly(2022, 10, 24))).FindAll("li"));

    /// <summary>1 000,00 at 0.3 % and 10 roubles a day for ten days is 130,00: 474.500 %; the dearer of two loans costs less a rouble.</summary>
    [Theory]
    [InlineData(new[] { 1_000, 1_000 }, "ПСК 474,500 % годовых, 260,00 ₽")]
    [InlineData(new[] { 1_000, 2_000, 0, 1_000 }, "Билет №1, Билет №4: ПСК 474,500 % годовых, 260,00 ₽", "Билет №2: ПСК 292,000 % годовых, 160,00 ₽")]
    [InlineData(new[] { 1_000, 2_000, 4_000, 5_000, 10_000 }, "ПСК от 146,000 % до 474,500 % годовых, 1 160,00 ₽")]
    [InlineData(new int[0])]
    public void Each_ticket_s_loan_has_a_cost_and_equal_ones_are_told_once(int[] loans, params string[] expected)
    {
        var tariff = Tariff.Create(Guid.NewGuid(), "Короткий", 1, [new TariffPeriod(10, 0.30m, 10m, 0m)]);
        var panel = Render<TariffPanel>(x => x.Add(p => p.Tariff, tariff).Add(p => p.LoanDate, new DateOnly(2022, 10, 24))
            .Add(p => p.Tickets, [.. loans.Select((loan, i) => ($"Билет №{i + 1}", Money.FromRubles(loan)))]));
        Assert.Equal(expected, panel.FindAll("p.cost").Select(line => TextOf(line.InnerHtml)));
    }

    /// <summary>As it is read: a tag parts words, and a no-break space is a space.</summary>
    private static string TextOf(string html) => string.Join(' ', System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>|&nbsp;|\u00A0", " ")
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
