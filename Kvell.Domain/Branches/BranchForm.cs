using System.Globalization;
using Kvell.Domain.Common;

namespace Kvell.Domain.Branches;

/// <summary>Tab «Основное» of a branch as typed.</summary>
public sealed record BranchForm
{
    public const string NameField = "branch-name";
    public const string PrefixField = "branch-prefix";
    public const string ZoneField = "branch-zone";
    public const string OpensField = "branch-opens";
    public const string ClosesField = "branch-closes";
    public const string AddressField = "branch-address";
    public const string CashField = "branch-cash";
    public const string ShiftRightField = "branch-shift-right";
    public const string ShiftDownField = "branch-shift-down";

    private const decimal MostShift = 30m;
    private const int LongestName = 100;
    private const int LongestAddress = 300;
    private const int ShortestPrefix = 2;
    private const int LongestPrefix = 8;

    /// <summary>A pawnshop takes no pledges from 23:00 to 8:00 (federal law 196-FZ).</summary>
    private static readonly TimeOnly EarliestOpening = new(8, 0);
    private static readonly TimeOnly LatestClosing = new(23, 0);

    public string Name { get; set; } = "";

    public string DocumentPrefix { get; set; } = "";

    /// <summary>As it stands on the papers; may be empty.</summary>
    public string Address { get; set; } = "";

    public string TimeZoneId { get; set; } = RussianZones.Moscow;

    public string OpensAt { get; set; } = "08:00";

    public string ClosesAt { get; set; } = "23:00";

    public string OpeningCash { get; set; } = "";

    /// <summary>Millimetres as typed; empty: none.</summary>
    public string ShiftRight { get; set; } = "";

    public string ShiftDown { get; set; } = "";

    public PrintShift? Shift => TryShift(ShiftRight, out var right) & TryShift(ShiftDown, out var down) ? new PrintShift(right, down) : null;

    /// <summary>As it stands in numbers: capital letters.</summary>
    public string Prefix => DocumentPrefix.Trim().ToUpperInvariant();

    public static BranchForm Of(Branch branch) => new()
    {
        Name = branch.Name,
        DocumentPrefix = branch.DocumentPrefix,
        Address = branch.Address,
        TimeZoneId = branch.TimeZoneId,
        OpensAt = branch.OpensAt.ToString("HH:mm", CultureInfo.InvariantCulture),
        ClosesAt = branch.ClosesAt.ToString("HH:mm", CultureInfo.InvariantCulture),
        OpeningCash = branch.OpeningCash.Digits,
        ShiftRight = branch.PrintShift.Right.ToString("0.#", Russian.Numbers),
        ShiftDown = branch.PrintShift.Down.ToString("0.#", Russian.Numbers),
    };

    public IReadOnlyList<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        if (TypedText.IsBlank(Name) || TypedText.Trimmed(Name).Length > LongestName)
            refusals.Add(new Refusal($"Введите название, не длиннее {LongestName} знаков", NameField));
        if (Prefix.Length is < ShortestPrefix or > LongestPrefix || !Prefix.All(char.IsLetterOrDigit))
            refusals.Add(new Refusal($"Нужно от {ShortestPrefix} до {LongestPrefix} букв или цифр, например ЛВЕС", PrefixField));
        if (TypedText.Trimmed(Address).Length > LongestAddress)
            refusals.Add(new Refusal($"Не длиннее {LongestAddress} знаков", AddressField));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZoneId, out _))
            refusals.Add(new Refusal("Выберите часовой пояс из списка", ZoneField));
        if (!TypedText.TryTime(OpensAt, out var opens) || opens < EarliestOpening)
            refusals.Add(new Refusal("Нужно время не раньше 08:00: с 23:00 до 8:00 залоги не принимают", OpensField));
        if (!TypedText.TryTime(ClosesAt, out var closes) || closes > LatestClosing)
            refusals.Add(new Refusal("Нужно время не позже 23:00: с 23:00 до 8:00 залоги не принимают", ClosesField));
        else if (closes <= opens)
            refusals.Add(new Refusal("Закрытие должно быть позже открытия", ClosesField));
        if (!TypedText.IsBlank(OpeningCash) && !TypedText.TryMoney(OpeningCash, out _))
            refusals.Add(new Refusal("Нужна сумма, например 250000,00", CashField));
        foreach (var (typed, field) in new[] { (ShiftRight, ShiftRightField), (ShiftDown, ShiftDownField) })
        {
            if (!TryShift(typed, out _))
                refusals.Add(new Refusal($"Нужно число миллиметров от -{MostShift} до {MostShift}, например 2,5", field));
        }

        return refusals;
    }

    private static bool TryShift(string typed, out decimal millimetres)
    {
        var trimmed = typed.Trim();
        var isBack = trimmed.StartsWith('-') || trimmed.StartsWith('\u2212');
        var isRead = TypedText.TryDecimal(isBack ? trimmed[1..] : trimmed, 1, out millimetres) || (TypedText.IsBlank(typed) && (millimetres = 0) == 0);
        millimetres = isBack ? -millimetres : millimetres;
        return isRead && Math.Abs(millimetres) <= MostShift;
    }

    /// <summary>No opening cash typed is none in the drawer.</summary>
    public bool TryRead(out TimeOnly opens, out TimeOnly closes, out Money cash)
    {
        cash = Money.Zero;
        return TypedText.TryTime(OpensAt, out opens)
            & TypedText.TryTime(ClosesAt, out closes)
            & (TypedText.IsBlank(OpeningCash) || TypedText.TryMoney(OpeningCash, out cash));
    }
}
