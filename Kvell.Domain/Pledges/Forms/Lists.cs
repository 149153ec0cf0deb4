namespace Kvell.Domain.Pledges.Forms;

/// <summary>What the wizard's lists offer.</summary>
public static class Lists
{
    public const string Russia = "Россия";

    public static IReadOnlyList<string> Citizenships { get; } =
    [
        Russia, "Абхазия", "Азербайджан", "Армения", "Беларусь", "Грузия", "Казахстан", "Киргизия", "Молдова", "Таджикистан",
        "Туркменистан", "Узбекистан", "Украина", "Южная Осетия", "Другое государство", "Без гражданства",
    ];

    public static IReadOnlyList<string> SourcesOfFunds { get; } =
        ["Заработная плата", "Пенсия", "Предпринимательская деятельность", "Стипендия", "Пособие", "Наследство", "Личные сбережения", "Иное"];

    public static IReadOnlyList<string> LoanPurposes { get; } =
        ["Личные нужды", "Лечение", "Образование", "Ремонт жилья", "Погашение других обязательств", "Иное"];

    public static IReadOnlyList<string> Risks { get; } = ["Низкая", "Средняя", "Высокая"];

    public const string BySms = "СМС";
    public const string ByEmail = "Email";

    public static IReadOnlyList<string> Reminders { get; } = [BySms, ByEmail, "Не сообщать"];

    /// <summary>The commonest first: a begun word means the first that fits.</summary>
    public static IReadOnlyList<string> ItemKinds { get; } =
        ["Кольцо", "Серьги", "Цепь", "Браслет", "Подвеска", "Крест", "Колье", "Печатка", "Часы", "Монета", "Брошь", "Запонки", "Зажим", "Ложка", "Прочее"];

    public static IReadOnlyList<string> Metals { get; } = ["Au", "Ag", "Pt", "Pd"];

    public static IReadOnlyList<string> FinenessesOf(string metal) => metal switch
    {
        "Au" => ["375", "500", "583", "585", "750", "916", "958", "999"],
        "Ag" => ["750", "800", "830", "875", "925", "960", "999"],
        "Pt" => ["585", "850", "900", "950"],
        "Pd" => ["500", "850"],
        _ => [],
    };

    /// <summary>«бр» is «Браслет», «ц» is «Цепь»; what begins no kind stays as typed.</summary>
    public static string CompleteKind(string typed)
    {
        var begun = typed.Trim();
        return begun.Length == 0
            ? typed
            : ItemKinds.FirstOrDefault(kind => kind.StartsWith(begun, StringComparison.OrdinalIgnoreCase)) ?? typed;
    }
}
