using Kvell.Domain.Common;

namespace Kvell.Domain.Branches;

public enum CashEntryKind
{
    /// <summary>«Внесение»</summary>
    Income = 1,

    /// <summary>«Изъятие»</summary>
    Withdrawal = 2,

    /// <summary>«Выдача займа», by a receipt.</summary>
    Loan = 3,

    /// <summary>«Чек возврата»</summary>
    Return = 4,

    /// <summary>«Исправление остатка»: of the opening cash.</summary>
    Correction = 5,
}

/// <summary>A line of the branch's cash book: written in the commit that moves the cash, never changed.</summary>
public sealed class CashEntry : IAppendOnly
{
    private CashEntry()
    {
    }

    public Guid Id { get; private set; }

    public Guid BranchId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>From 1 in its branch, without gaps: the book's own order.</summary>
    public int Ordinal { get; private set; }

    public CashEntryKind Kind { get; private set; }

    /// <summary>Into the drawer, or, below zero, out of it.</summary>
    public Money Amount { get; private set; }

    /// <summary>«Остаток» after it. Never below zero.</summary>
    public Money Balance { get; private set; }

    public Guid? ReceiptId { get; private set; }

    /// <summary>The operation's number, or what was typed as the reason.</summary>
    public string Ground { get; private set; } = "";

    public Guid EnteredBy { get; private set; }

    public string EnteredByName { get; private set; } = "";

    internal static CashEntry Write(Branch branch, CashMove move, Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BranchId = branch.Id,
        At = now,
        Ordinal = branch.CashEntries,
        Kind = move.Kind,
        Amount = move.Amount,
        Balance = branch.CashBalance,
        ReceiptId = move.ReceiptId,
        Ground = move.Ground,
        EnteredBy = by.UserId,
        EnteredByName = by.Name,
    };
}

/// <param name="Amount">Below zero takes from the drawer.</param>
/// <param name="Ground">The operation's number, or the reason.</param>
public sealed record CashMove(CashEntryKind Kind, Money Amount, string Ground, Guid? ReceiptId = null);
