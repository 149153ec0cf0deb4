using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>What is known when «Печать чека» is pressed, all of it from the same commit's reading.</summary>
/// <param name="TopUp">Null where the operation has no top-up.</param>
/// <param name="ForbidsCash">Rules 7 and 14: KVELL hasn't said that nothing went to the card.</param>
/// <param name="IsKvellInUse">The policy's flag.</param>
/// <param name="IsCashlessShut">KVELL is in use, and not ready in this branch.</param>
/// <param name="Drawer">What is in the drawer.</param>
public sealed record ReceiptFacts(TopUpState? TopUp, bool ForbidsCash, bool IsKvellInUse, bool IsCashlessShut, Money Drawer);

/// <summary>What «Провести» does about the receipt.</summary>
public enum PostingReceipt
{
    /// <summary>Nothing: a button prints it, before or after the card.</summary>
    ByButton,

    /// <summary>The payment kinds are asked for first; nothing is posted yet.</summary>
    AskKinds,

    /// <summary>It is printed in the same commit.</summary>
    Print,
}

/// <summary>When a receipt may be printed and returned, with the sentence that says why not (desk.md §4).</summary>
public static class ReceiptRules
{
    public const string Wait = "Дождитесь ответа банка";

    /// <param name="isByButton">The setting «Печать чека по кнопке, а не при проведении», read in the commit that posts.</param>
    /// <param name="areKindsChosen">Whether the person was asked for the payment kinds.</param>
    public static PostingReceipt OnPosting(bool isByButton, bool areKindsChosen) =>
        isByButton ? PostingReceipt.ByButton : areKindsChosen ? PostingReceipt.Print : PostingReceipt.AskKinds;

    /// <returns>Null: it may be printed.</returns>
    public static string? RefusalOf(PledgeOperation operation, ReceiptFacts facts)
    {
        if (operation.IsZeroed)
            return "Операция обнулена";
        if (operation.IsReceiptPrinted)
            return "Чек уже пробит";
        if (facts.TopUp is { } state && state.IsUndecided())
            return Wait;

        // Paid: the receipt says «Безналичные», and nothing stands against it.
        if (facts.TopUp == TopUpState.Completed)
            return null;
        if (operation.CashAmount.IsPositive && facts.ForbidsCash)
            return "KVELL не подтвердил, что прежняя выплата на карту не прошла: повторите позже. Если KVELL недоступен, сотрудник с полными правами может продолжить без проверки";
        if (operation.CashAmount > facts.Drawer)
            return $"В кассе только {facts.Drawer}, нужно {operation.CashAmount}";
        return facts.IsCashlessShut && operation.CashAmount < operation.LoanAmount
            ? "Безналичные закрыты, терминал KVELL не настроен: выдайте наличными всю сумму"
            : null;
    }

    /// <returns>What the client should hear with the receipt; null when there is nothing.</returns>
    public static string? WarningOf(PledgeOperation operation, ReceiptFacts facts) =>
        facts.IsKvellInUse && facts.TopUp != TopUpState.Completed && operation.CashAmount == Money.Zero
            ? "Деньги ещё не на карте: нажмите «Пополнение карты клиента»"
            : null;

    /// <summary>Cash that was given before the card turned out paid comes back by a return, too.</summary>
    /// <returns>Null: the receipt that stands may be reversed.</returns>
    public static string? ReturnRefusalOf(PledgeOperation operation, TopUpState? topUp) => topUp switch
    {
        _ when !operation.IsReceiptPrinted => "Чек не пробит: возвращать нечего",
        TopUpState.Completed when operation.CashAmount.IsPositive => null,
        { } state when state.IsUndecided() => Wait,
        TopUpState.Postponed => "Выплата на карту отложена: дождитесь её или нажмите «Прекратить попытки»",
        TopUpState.Completed => "Займ выплачен на карту: чек возврата не печатается",
        _ => null,
    };
}
