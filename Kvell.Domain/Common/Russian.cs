using System.Globalization;

namespace Kvell.Domain.Common;

/// <summary>How numbers, dates and plurals are written on the screen.</summary>
public static class Russian
{
    /// <summary>Digits in threes by a no-break space, a decimal comma; the same whatever ICU says.</summary>
    public static NumberFormatInfo Numbers { get; } = new()
    {
        NumberGroupSeparator = "\u00A0",
        NumberDecimalSeparator = ",",
        NegativeSign = "\u2212",
    };

    /// <summary>1 билет, 2 билета, 5 билетов.</summary>
    public static string Plural(long count, string one, string few, string many)
    {
        var (tens, units) = (Math.Abs(count) % 100, Math.Abs(count) % 10);
        if (tens is >= 11 and <= 14)
            return many;
        return units switch { 1 => one, >= 2 and <= 4 => few, _ => many };
    }

    /// <summary><c>4 билета</c>: the number with its word.</summary>
    public static string Count(long count, string one, string few, string many) =>
        $"{count}\u00A0{Plural(count, one, few, many)}";

    /// <summary><c>24.10.2022</c></summary>
    public static string Date(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>24.10.2022 12:19:10</c>, of a local time.</summary>
    public static string DateAndTime(DateTime local) => local.ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>12:19:10</c>, of a local time.</summary>
    public static string Time(DateTime local) => local.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>12:19</c>, of a local time.</summary>
    public static string Minutes(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>8:00</c></summary>
    public static string Minutes(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary><c>24.10.2022 12:19</c>, of a local time.</summary>
    public static string DateAndMinutes(DateTime local) => local.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>«Вторник»</summary>
    public static string Weekday(DateTime local) => Weekdays[(int)local.DayOfWeek];

    private static readonly string[] Weekdays = ["Воскресенье", "Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота"];
}
