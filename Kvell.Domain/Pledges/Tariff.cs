using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>
/// «Тариф»: a row is one version of it, written once; a change makes the next. <see cref="LineId"/> is the tariff that a person chooses, and
/// the version valid on the loan's date applies.
/// </summary>
public sealed class Tariff : IAppendOnly
{
    private readonly List<TariffPeriod> _periods = [];

    private Tariff()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The same in all versions of a tariff.</summary>
    public Guid LineId { get; private set; }

    /// <summary>From 1 in its tariff.</summary>
    public int Number { get; private set; }

    /// <summary>The first day whose loans it applies to, up to the next version's.</summary>
    public DateOnly ValidFrom { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The order on the list; the first is offered.</summary>
    public int Ordinal { get; private set; }

    public IReadOnlyList<TariffPeriod> Periods => _periods;

    /// <summary>The first version of a tariff.</summary>
    public static Tariff Create(Guid id, string name, int ordinal, IEnumerable<TariffPeriod> periods, DateOnly validFrom = default) =>
        Make(id, id, 1, name, ordinal, validFrom, periods);

    /// <summary>The version after this one, its tariff's last. It wins over those valid from the same day or later.</summary>
    public Tariff Next(string name, DateOnly validFrom, IEnumerable<TariffPeriod> periods, DateTime now) =>
        Make(Guid.CreateVersion7(now), LineId, Number + 1, name, Ordinal, validFrom, periods);

    /// <param name="issueDayBearsInterest">«День выдачи входит в проценты»</param>
    public IEnumerable<DatedTariffPeriod> DatesFrom(DateOnly loanDate, bool issueDayBearsInterest) => TariffDates.From(loanDate, _periods, issueDayBearsInterest);

    /// <summary>What may be chosen for a loan of that day: of each tariff the version valid then, in the order of the list.</summary>
    public static IReadOnlyList<Tariff> ValidOn(DateOnly day, IEnumerable<Tariff> versions) =>
    [
        .. versions.Where(version => version.ValidFrom <= day)
            .GroupBy(version => version.LineId)
            .Select(line => line.MaxBy(version => version.Number)!)
            .OrderBy(version => version.Ordinal),
    ];

    /// <param name="line">The chosen tariff; one that isn't valid on that day, or null, is the first on the list.</param>
    public static Tariff? ChosenOn(DateOnly day, Guid? line, IEnumerable<Tariff> versions)
    {
        var valid = ValidOn(day, versions);
        return valid.FirstOrDefault(version => version.LineId == line) ?? (valid.Count > 0 ? valid[0] : null);
    }

    private static Tariff Make(Guid id, Guid line, int number, string name, int ordinal, DateOnly validFrom, IEnumerable<TariffPeriod> periods)
    {
        var tariff = new Tariff { Id = id, LineId = line, Number = number, Name = name, Ordinal = ordinal, ValidFrom = validFrom };
        tariff._periods.AddRange(periods);
        return tariff;
    }
}
