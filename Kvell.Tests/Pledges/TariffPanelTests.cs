using Bunit;
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

    /// <summary>As it is read: a tag parts words, and a no-break space is a space.</summary>
    private static string TextOf(string html) => string.Join(' ', System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>|&nbsp;|\u00A0", " ")
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
