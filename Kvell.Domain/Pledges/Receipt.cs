using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

public enum ReceiptKind
{
    /// <summary>«Чек»: the loan was given.</summary>
    Issue = 1,

    /// <summary>«Чек возврата»: it reverses one of those.</summary>
    Return = 2,
}

/// <summary>
/// «Чек»: what left the drawer and what went without cash, at the moment of printing. Never changed and never deleted; a mistake is
/// reversed by another receipt. Its numbers are those of the operation as it stood.
/// </summary>
public sealed class Receipt : IAppendOnly
{
    private Receipt()
    {
    }

    public Guid Id { get; private set; }

    public Guid BranchId { get; private set; }

    public Guid OperationId { get; private set; }

    public ReceiptKind Kind { get; private set; }

    /// <summary>Of a return: the receipt that it reverses. Unique: a receipt is reversed once.</summary>
    public Guid? ReversesId { get; private set; }

    /// <summary>«Наличные»: out of the drawer, or, by a return, back into it. Never negative.</summary>
    public Money Cash { get; private set; }

    /// <summary>«Безналичные»</summary>
    public Money Cashless { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime PrintedAt { get; private set; }

    public Guid PrintedBy { get; private set; }

    public string PrintedByName { get; private set; } = "";

    public Money Total => Cash + Cashless;

    internal static Receipt Issue(PledgeOperation operation, Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BranchId = operation.BranchId,
        OperationId = operation.Id,
        Kind = ReceiptKind.Issue,
        Cash = operation.CashAmount,
        Cashless = operation.LoanAmount - operation.CashAmount,
        PrintedAt = now,
        PrintedBy = by.UserId,
        PrintedByName = by.Name,
    };

    internal Receipt Reverse(Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BranchId = BranchId,
        OperationId = OperationId,
        Kind = ReceiptKind.Return,
        ReversesId = Id,
        Cash = Cash,
        Cashless = Cashless,
        PrintedAt = now,
        PrintedBy = by.UserId,
        PrintedByName = by.Name,
    };
}
