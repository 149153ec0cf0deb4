using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>What a loan was before it was re-dated, and who did it: written once, in that commit.</summary>
public sealed class LoanRevision : IAppendOnly
{
    private LoanRevision()
    {
    }

    public Guid Id { get; private set; }

    public Guid BranchId { get; private set; }

    public Guid OperationId { get; private set; }

    /// <summary>From 1 in its operation.</summary>
    public int Number { get; private set; }

    public DateOnly FromDate { get; private set; }

    public DateOnly ToDate { get; private set; }

    public Guid FromTariffId { get; private set; }

    public Guid ToTariffId { get; private set; }

    /// <summary>The number of the old ticket; null where it wasn't printed.</summary>
    public string? SpoiltBlank { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public Guid MadeBy { get; private set; }

    public string MadeByName { get; private set; } = "";

    /// <summary>Why its old blank is spoiled.</summary>
    public string Reason => $"Переоформлен с {Russian.Date(FromDate)} на {Russian.Date(ToDate)}";

    internal static LoanRevision Of(PledgeOperation operation, DateOnly to, Guid tariffId, string? spoiltBlank, Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BranchId = operation.BranchId,
        OperationId = operation.Id,
        Number = operation.RevisionCount,
        FromDate = operation.LoanDate,
        ToDate = to,
        FromTariffId = operation.TariffId,
        ToTariffId = tariffId,
        SpoiltBlank = spoiltBlank,
        At = now,
        MadeBy = by.UserId,
        MadeByName = by.Name,
    };
}
