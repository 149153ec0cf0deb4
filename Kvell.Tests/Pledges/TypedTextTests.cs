using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Xunit;

namespace Kvell.Tests.Pledges;

public sealed class TypedTextTests
{
    private static readonly DateOnly Today = new(2022, 10, 24);

    [Theory]
    [InlineData("1234,50", 123450)]
    [InlineData("1234.50", 123450)]
    [InlineData("1 234,5", 123450)]
    [InlineData("1\u00A0234,50\u00A0₽", 123450)]
    [InlineData("1", 100)]
    [InlineData("0,01", 1)]
    public void A_sum_is_read_with_a_comma_or_a_point(string typed, long kopecks)
    {
        Assert.True(TypedText.TryMoney(typed, out var money));
        Assert.Equal(kopecks, money.Kopecks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,234,50")]
    [InlineData("1.234,50")]
    [InlineData("12,345")]
    [InlineData("-5")]
    [InlineData("1e3")]
    [InlineData("сто")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_sum_is_refused(string typed) => Assert.False(TypedText.TryMoney(typed, out _));

    [Theory]
    [InlineData("24.10.2022", 2022, 10, 24)]
    [InlineData("241022", 2022, 10, 24)]
    [InlineData("24102022", 2022, 10, 24)]
    [InlineData("24.10.22", 2022, 10, 24)]
    [InlineData("24-10-22", 2022, 10, 24)]
    [InlineData("4/1/2022", 2022, 1, 4)]
    [InlineData("2022-10-24", 2022, 10, 24)]
    [InlineData("120385", 1985, 3, 12)]
    [InlineData("29.02.2020", 2020, 2, 29)]
    public void A_date_is_read_as_people_type_it(string typed, int year, int month, int day)
    {
        Assert.True(TypedText.TryDate(typed, Today, out var date));
        Assert.Equal(new DateOnly(year, month, day), date);
    }

    [Theory]
    [InlineData("010127", 2027)]
    [InlineData("01.01.72", 2072)]
    [InlineData("01.01.73", 1973)]
    public void A_short_year_of_what_may_be_yet_to_come_is_this_century_s(string typed, int year)
    {
        Assert.True(TypedText.TryComingDate(typed, new DateOnly(2022, 10, 24), out var date));
        Assert.Equal(new DateOnly(year, 1, 1), date);
        Assert.Equal($"01.01.{year}", TypedText.TidyComingDate(typed, new DateOnly(2022, 10, 24)));
    }

    [Theory]
    [InlineData("29.02.2021")]
    [InlineData("32.01.2022")]
    [InlineData("24.10")]
    [InlineData("вчера")]
    public void What_is_no_date_is_refused(string typed) => Assert.False(TypedText.TryDate(typed, Today, out _));

    [Theory]
    [InlineData("24.10.2022 12:19:10", "2022-10-24 12:19:10")]
    [InlineData("241022 9:05", "2022-10-24 09:05:00")]
    [InlineData("24.10.2022", "2022-10-24 00:00:00")]
    public void A_date_may_carry_a_time(string typed, string expected)
    {
        Assert.True(TypedText.TryDateAndTime(typed, Today, out var local));
        Assert.Equal(DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), local);
    }

    [Theory]
    [InlineData("710312345662", true)]
    [InlineData("710312345663", false)]
    [InlineData("71031234566", false)]
    public void The_check_digits_of_an_inn_are_counted(string digits, bool right) => Assert.Equal(right, CheckDigits.IsInn(digits));

    [Theory]
    [InlineData("11223344595", true)]
    [InlineData("11223344594", false)]
    [InlineData("1122334459", false)]
    public void The_check_digits_of_a_snils_are_counted(string digits, bool right) => Assert.Equal(right, CheckDigits.IsSnils(digits));
}
