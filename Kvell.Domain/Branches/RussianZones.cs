namespace Kvell.Domain.Branches;

/// <summary>The zones a branch may stand in: one for each hour of the country, named by cities, west to east.</summary>
public static class RussianZones
{
    public const string Moscow = "Europe/Moscow";

    public static IReadOnlyList<(string Id, string Name)> All { get; } =
    [
        ("Europe/Kaliningrad", "Калининград (UTC+2)"),
        (Moscow, "Москва, Санкт-Петербург (UTC+3)"),
        ("Europe/Samara", "Самара, Ижевск, Саратов (UTC+4)"),
        ("Asia/Yekaterinburg", "Екатеринбург, Челябинск, Уфа (UTC+5)"),
        ("Asia/Omsk", "Омск (UTC+6)"),
        ("Asia/Krasnoyarsk", "Красноярск, Новосибирск, Томск (UTC+7)"),
        ("Asia/Irkutsk", "Иркутск, Улан-Удэ (UTC+8)"),
        ("Asia/Yakutsk", "Якутск, Чита (UTC+9)"),
        ("Asia/Vladivostok", "Владивосток, Хабаровск (UTC+10)"),
        ("Asia/Magadan", "Магадан, Южно-Сахалинск (UTC+11)"),
        ("Asia/Kamchatka", "Петропавловск-Камчатский (UTC+12)"),
    ];

    /// <summary>As the list calls it; a zone that isn't on the list by its own name.</summary>
    public static string NameOf(string id) => All.FirstOrDefault(zone => zone.Id == id).Name ?? id;
}
