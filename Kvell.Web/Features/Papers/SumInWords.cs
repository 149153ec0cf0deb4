using System.Globalization;
using Humanizer;
using Kvell.Domain.Common;

namespace Kvell.Web.Features.Papers;

/// <summary>«Шесть тысяч пятьсот рублей 00 копеек»</summary>
public static class SumInWords
{
    private static readonly CultureInfo RussianCulture = CultureInfo.GetCultureInfo("ru");

    public static string Of(Money sum)
    {
        var (rubles, kopecks) = (sum.Kopecks / 100, sum.Kopecks % 100);
        var words = rubles.ToWords(GrammaticalGender.Masculine, RussianCulture);
        return $"{char.ToUpper(words[0], RussianCulture)}{words[1..]} {Russian.Plural(rubles, "рубль", "рубля", "рублей")} "
            + $"{kopecks.ToString("D2", CultureInfo.InvariantCulture)} {Russian.Plural(kopecks, "копейка", "копейки", "копеек")}";
    }
}
