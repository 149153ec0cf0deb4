using Kvell.Domain.CardTopUps;

namespace Kvell.Domain.Pledges;

public enum LoanWay
{
    /// <summary>Neither cash nor card nor receipt: posted, and nothing more is known to have happened.</summary>
    NotGiven,
    Cash,
    PartlyCash,
    Card,

    /// <summary>To the card, undecided or postponed.</summary>
    OnItsWay,

    /// <summary>By a receipt without cash, past the card.</summary>
    Cashless,
}

/// <summary>A client's last loan, and how it was really given.</summary>
/// <param name="CardMask">Of <see cref="LoanWay.Card"/> alone.</param>
public sealed record LastLoan(DateOnly Date, LoanWay Way, string? CardMask = null)
{
    /// <summary>«Последний займ 24.10.2022, карта 220000******0004»</summary>
    public string Words => $"Последний займ {Common.Russian.Date(Date)}, " + Way switch
    {
        LoanWay.Cash => "наличными",
        LoanWay.PartlyCash => "частью наличными",
        LoanWay.Card => $"карта {CardMask}",
        LoanWay.OnItsWay => "выплата на карту ещё не завершена",
        LoanWay.Cashless => "безналично",
        _ => "не выдан",
    };

    /// <param name="topUp">State of its top-up; null where there is none.</param>
    /// <param name="cardMask">The card of that top-up.</param>
    public static LastLoan Of(PledgeOperation operation, TopUpState? topUp, string? cardMask)
    {
        var way = topUp switch
        {
            TopUpState.Completed => LoanWay.Card,
            { } state when state.LocksOperation() => LoanWay.OnItsWay,
            _ when operation.CashAmount.IsPositive => operation.PaymentKind == PaymentKind.Cash ? LoanWay.Cash : LoanWay.PartlyCash,
            _ => operation.IsReceiptPrinted ? LoanWay.Cashless : LoanWay.NotGiven,
        };
        return new LastLoan(operation.LoanDate, way, way == LoanWay.Card ? cardMask : null);
    }
}
