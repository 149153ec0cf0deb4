using Kvell.Domain.Common;

namespace Kvell.Domain.Branches;

/// <summary>Cash that is put into the drawer or taken out of it, as typed.</summary>
public sealed record CashForm
{
    public const string AmountField = "cash-amount";
    public const string ReasonField = "cash-reason";

    private const int LongestReason = 200;

    public bool IsWithdrawal { get; set; }

    public string Amount { get; set; } = "";

    public string Reason { get; set; } = "";

    public IReadOnlyList<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        if (!TypedText.TryMoney(Amount, out var amount) || !amount.IsPositive)
            refusals.Add(new Refusal("Нужна сумма больше нуля, например 5000,00", AmountField));
        if (TypedText.IsBlank(Reason))
            refusals.Add(new Refusal(IsWithdrawal ? "Введите, куда изъяты деньги" : "Введите, откуда деньги", ReasonField));
        else if (Reason.Trim().Length > LongestReason)
            refusals.Add(new Refusal($"Не длиннее {LongestReason} знаков", ReasonField));
        else if (SearchWords.HoldsCardNumber(Reason))
            refusals.Add(new Refusal("Номер карты целиком здесь не пишут: довольно четырёх последних цифр", ReasonField));
        return refusals;
    }

    /// <exception cref="IllegalTransitionException">The form doesn't pass its own check.</exception>
    public CashMove ToMove()
    {
        if (Check().Count > 0 || !TypedText.TryMoney(Amount, out var amount))
            throw new IllegalTransitionException("A form that was not checked.");
        return IsWithdrawal
            ? new CashMove(CashEntryKind.Withdrawal, Money.Zero - amount, TypedText.Trimmed(Reason))
            : new CashMove(CashEntryKind.Income, amount, TypedText.Trimmed(Reason));
    }
}
