using Kvell.Domain.Common;

namespace Kvell.Domain.Branches;

/// <summary>A point of the pawnshop. Everything belongs to one.</summary>
public sealed class Branch
{
    private Branch()
    {
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Four letters before a document's number: <c>ЛВЕС</c>. Unique.</summary>
    public string DocumentPrefix { get; private set; } = "";

    /// <summary>IANA zone.</summary>
    public string TimeZoneId { get; private set; } = "";

    public TimeOnly OpensAt { get; private set; }

    public TimeOnly ClosesAt { get; private set; }

    /// <summary>«Остаток по кассе».</summary>
    public Money CashBalance { get; private set; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZoneId);

    public static Branch Create(Guid id, string name, string documentPrefix, string timeZoneId, Money cash) => new()
    {
        Id = id,
        Name = name,
        DocumentPrefix = documentPrefix,
        TimeZoneId = timeZoneId,
        OpensAt = new TimeOnly(8, 0),
        ClosesAt = new TimeOnly(23, 0),
        CashBalance = cash,
    };
}
