using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>The words of a person's decision: who may do what, from when, and what follows.</summary>
public static class DecisionSpeech
{
    public const string Busy = "Прямо сейчас KVELL отвечает на проверку. Подождите минуту и нажмите ещё раз.";

    public static string WordOf(DecisionKind decision) => decision switch
    {
        DecisionKind.Paid => "Оплачено",
        DecisionKind.NotPaid => "Не оплачено",
        _ => "Вернуть на проверку",
    };

    public static string WordOf(DecisionEvent what) => what switch
    {
        DecisionEvent.Proposed => "Предложено",
        DecisionEvent.Confirmed => "Подтверждено",
        DecisionEvent.Rejected => "Не подтверждено",
        DecisionEvent.Voided => "Отменено само",
        _ => "Продолжено без проверки",
    };

    /// <summary>What a confirmation brings about.</summary>
    public static string ConsequenceOf(DecisionKind decision) => decision switch
    {
        DecisionKind.Paid => "После этого займ считается выплаченным, номер больше не отправляется.",
        DecisionKind.NotPaid => "После этого номер больше не отправляется, выплату можно начать заново.",
        _ => "После этого исход снова неизвестен: проверки пойдут дальше, номер больше не отправляется.",
    };

    /// <summary>«Предложено «Оплачено»»: one line of a story.</summary>
    public static string LineOf(DecisionEvent what, DecisionKind? decision) => decision is { } kind ? $"{WordOf(what)} «{WordOf(kind)}»" : WordOf(what);

    /// <summary>What a list says of a proposal.</summary>
    public static string AwaitingOf(DecisionKind proposed) => $"Предложено «{WordOf(proposed)}»: откройте документ, второй сотрудник подтвердит решение или нет.";

    /// <returns>Why nobody may propose this now; null when a person with full rights may.</returns>
    public static string? ObstacleTo(CardTopUp topUp, DecisionKind decision, DateTime now, TimeZoneInfo zone)
    {
        if (topUp.Proposed is not null)
            return "Решение уже предложено. Сначала его подтвердит или отклонит другой сотрудник.";
        if (decision == DecisionKind.TakeBack)
            return topUp.IsPaidByHand ? BusyAt(topUp, now) : "Возвращать нечего: оплату подтвердил сам KVELL, или решения уже нет.";
        return topUp.ProposableFrom switch
        {
            null => "Исход уже известен, решать нечего.",
            { } from when from > now => $"Решение можно предложить с {Russian.DateAndTime(BranchZone.ToLocal(from, zone))}: до этого KVELL ещё может ответить сам.",
            _ => BusyAt(topUp, now),
        };
    }

    /// <returns>Why this person may not confirm or reject what he saw; null when he may.</returns>
    /// <param name="seen">The proposal that his page showed.</param>
    public static string? ObstacleToDecide(CardTopUp topUp, Guid seen, Actor by, DateTime now)
    {
        if (topUp.ProposalId != seen)
            return "Этого предложения уже нет: пока страница была открыта, всё изменилось.";
        return topUp.MayDecide(by) ? BusyAt(topUp, now) : "Своё предложение подтверждает или отклоняет другой человек.";
    }

    /// <returns>Why the next press can't be let go on without KVELL's answer; null when it can.</returns>
    public static string? ObstacleToContinue(CardTopUp topUp, DateTime now) =>
        topUp.CannotBeAsked ? BusyAt(topUp, now) : "Продолжать без проверки не нужно: KVELL отвечает, или исход ещё не известен.";

    private static string? BusyAt(CardTopUp topUp, DateTime now) => topUp.IsBusy(now) ? Busy : null;
}
