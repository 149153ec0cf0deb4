using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>«Обнулить операцию»: the loan was not given after all. The document and its number stay, its sums become zero.</summary>
public sealed partial class PledgeOperation
{
    /// <summary>The seed's own sentence.</summary>
    public const string ZeroingIsShut = "Обнуление операции, которая прошла по эквайрингу, заблокировано";

    /// <summary>What the loan was; null while the operation is in force.</summary>
    public Money? ZeroedAmount { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? ZeroedAt { get; private set; }

    public Guid? ZeroedBy { get; private set; }

    public string? ZeroedByName { get; private set; }

    public string? ZeroedReason { get; private set; }

    public bool IsZeroed => ZeroedAt is not null;

    /// <param name="topUp">State of its top-up, from the same commit's read; null where there is none.</param>
    /// <param name="isUnanswered">Rule 14: KVELL hasn't said since the press that a closed number paid nothing.</param>
    /// <returns>Null: it may be zeroed.</returns>
    public string? WhyNotZero(TopUpState? topUp, bool isUnanswered) => this switch
    {
        { IsZeroed: true } => "Операция уже обнулена",
        _ when topUp is { } state && state.LocksOperation() => ZeroingIsShut,
        { IsReceiptPrinted: true } => "Чек пробит: сначала «Чек возврата»",
        _ when isUnanswered => "KVELL не подтвердил, что прежняя выплата на карту не прошла. Операция не обнулена: повторите позже. Если KVELL недоступен, сотрудник с полными правами может продолжить без проверки",
        _ => null,
    };

    /// <exception cref="IllegalTransitionException"><see cref="WhyNotZero"/> says why.</exception>
    public void Zero(string reason, TopUpState? topUp, bool isUnanswered, Actor by, DateTime now)
    {
        if (WhyNotZero(topUp, isUnanswered) is { } refusal)
            throw new IllegalTransitionException(refusal);
        (ZeroedAmount, ZeroedAt, ZeroedBy, ZeroedByName, ZeroedReason) = (LoanAmount, now, by.UserId, by.Name, reason);
        (LoanAmount, CashAmount) = (Money.Zero, Money.Zero);
        Version++;
    }
}
