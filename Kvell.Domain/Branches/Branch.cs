using Kvell.Domain.Common;

namespace Kvell.Domain.Branches;

/// <summary>A point of the pawnshop. Everything belongs to one.</summary>
public sealed partial class Branch
{
    private Branch()
    {
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Four letters before a document's number: <c>ЛВЕС</c>. Unique.</summary>
    public string DocumentPrefix { get; private set; } = "";

    /// <summary>As it stands on the papers.</summary>
    public string Address { get; private set; } = "";

    /// <summary>IANA zone.</summary>
    public string TimeZoneId { get; private set; } = "";

    public TimeOnly OpensAt { get; private set; }

    public TimeOnly ClosesAt { get; private set; }

    /// <summary>Of this branch's printer.</summary>
    public PrintShift PrintShift { get; private set; } = PrintShift.None;

    /// <summary>Concurrency token of tab «Основное»: advanced when somebody saves it.</summary>
    public int Version { get; private set; } = 1;

    public string? ChangedByName { get; private set; }

    public DateTime? ChangedAt { get; private set; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZoneId);

    public static Branch Create(Guid id, string name, string documentPrefix, string timeZoneId, Money cash) => new()
    {
        Id = id,
        Name = name,
        DocumentPrefix = documentPrefix,
        TimeZoneId = timeZoneId,
        OpensAt = new TimeOnly(8, 0),
        ClosesAt = new TimeOnly(23, 0),
        OpeningCash = cash,
        CashBalance = cash,
    };

    public static Branch Create(Guid id, BranchForm form, Actor by, DateTime now)
    {
        var branch = new Branch { Id = id, Version = 0 };
        branch.Change(form, by, now);
        return branch;
    }

    /// <summary>A correction of the opening cash corrects what is in the drawer by the same sum.</summary>
    /// <returns>The cash book's line about that; null where the opening cash stayed, or the branch is new.</returns>
    /// <exception cref="IllegalTransitionException">The form doesn't pass its own check, or the drawer would owe.</exception>
    public CashEntry? Change(BranchForm form, Actor by, DateTime now)
    {
        if (form.Check().Count > 0 || !form.TryRead(out var opens, out var closes, out var cash) || BalanceAfter(cash) < Money.Zero)
            throw new IllegalTransitionException("A form that was not checked.");
        (Name, DocumentPrefix, Address, TimeZoneId) = (TypedText.Trimmed(form.Name), form.Prefix, TypedText.Trimmed(form.Address), form.TimeZoneId);
        (OpensAt, ClosesAt, PrintShift) = (opens, closes, form.Shift!);
        var (isNew, correction) = (Version == 0, cash - OpeningCash);
        OpeningCash = cash;
        (ChangedByName, ChangedAt) = (by.Name, now);
        Version++;
        if (isNew)
            CashBalance = cash;
        return isNew || correction == Money.Zero ? null : MoveCash(new CashMove(CashEntryKind.Correction, correction, "Начальный остаток исправлен"), by, now);
    }
}
