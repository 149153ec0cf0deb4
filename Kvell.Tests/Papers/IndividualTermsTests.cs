using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Pledges;
using Kvell.Tests.Pledges;
using Kvell.Web.Features.Papers;
using Xunit;

namespace Kvell.Tests.Papers;

/// <summary>The table of individual terms (3240-У): every row stands there, an empty one says so.</summary>
public sealed class IndividualTermsTests
{
    private static readonly LoanTerms Terms = new(
        Money.FromRubles(1234.50m), new DateOnly(2022, 10, 24), [new TariffPeriod(29, 0.30m, 0, 0), new TariffPeriod(31, 0.20m, 5, 1.5m)], IssueDayBearsInterest: false);

    [Fact]
    public void No_row_is_dropped() => Assert.Equal(
        ["1", "2", "3", "4", "5", "5.1", "6", "7", "8", "8.1", "9", "10", "11", "12", "13", "14", "15", "16"],
        Of(Terms).Select(term => term.Number));

    [Fact]
    public void Without_a_tariff_its_rows_stand_empty()
    {
        Assert.Equal(["5", "5.1", "9", "12", "13", "15"], Empty(Of(Terms)));
        Assert.Equal(["2", "4", "5", "5.1", "6", "9", "12", "13", "15"], Empty(Of(null)));
    }

    [Fact]
    public void Sum_term_rates_and_payment_are_the_loans_own()
    {
        var terms = Of(Terms).ToDictionary(term => term.Number, term => term.Content);
        Assert.StartsWith("1\u00A0234,50\u00A0₽ (Одна тысяча двести тридцать четыре рубля 50 копеек)", terms["1"], StringComparison.Ordinal);
        Assert.StartsWith("До 23.12.2022 включительно, 60\u00A0дней", terms["2"], StringComparison.Ordinal);
        Assert.Equal("с 25.10.2022 по 22.11.2022 – 109,500 % годовых, 0,30 % в день; с 23.11.2022 по 23.12.2022 – 74,500 % годовых, 0,20 % в день, и 5 руб. в день", terms["4"]);
        Assert.EndsWith($"23.12.2022: {Money.FromRubles(1234.50m) + Terms.WholeTerm.Interest}", terms["6"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, "Один рубль 00 копеек")]
    [InlineData(200_001, "Две тысячи рублей 01 копейка")]
    [InlineData(2_112_342, "Двадцать одна тысяча сто двадцать три рубля 42 копейки")]
    [InlineData(50, "Ноль рублей 50 копеек")]
    public void A_sum_is_written_in_words(long kopecks, string words) => Assert.Equal(words, SumInWords.Of(new Money(kopecks)));

    private static IEnumerable<string> Empty(IReadOnlyList<IndividualTerm> terms) => terms.Where(term => term.Content is null).Select(term => term.Number);

    private static IReadOnlyList<IndividualTerm> Of(LoanTerms? terms)
    {
        var ticket = new PrintableTicket("Билет №01", "ГП00000063", [], Money.FromRubles(2000), Terms.Loan, "ЛВЕС-000014", Terms.Date, terms, "Петрова Анна Сергеевна");
        var head = new PaperHead(new FirmDetails("ООО", "г. Тула", ""), "Ломбард №1", "", PrintShift.None);
        return IndividualTerms.Of(new PrintableTickets(head, Sample.Ivanov(), Sample.Group().Contact, "Личные нужды", [ticket]), ticket);
    }
}
