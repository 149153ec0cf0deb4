using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>What panel «Решение» tells whoever looks at it.</summary>
public static class DecisionAdvice
{
    private const string WhoProposes = "Решение предлагает сотрудник с полными правами, подтверждает другой: с полными правами или администратор.";

    public static IEnumerable<string> Of(CardTopUp topUp, Actor viewer, DateTime now, TimeZoneInfo zone, ProtocolSettings settings)
    {
        string At(DateTime utc) => Russian.DateAndTime(BranchZone.ToLocal(utc, zone));
        if (topUp.Proposed is { } proposed)
        {
            yield return topUp.MayDecide(viewer) ? "Сверьте с ответом KVELL и решите." : "Подтвердить должен другой человек: с полными правами или администратор.";
            yield return DecisionSpeech.ConsequenceOf(proposed);
        }
        else if (topUp.ProposableFrom > now)
        {
            yield return $"Исход ещё может прийти сам. Если не придёт, решение можно предложить с {At(topUp.ProposableFrom.Value)}.";
            yield return WhoProposes;
        }
        else if (topUp.ProposableFrom is not null)
        {
            yield return $"Исход неизвестен больше часа. Узнайте его у KVELL: нужен ответ, данный не раньше {At(topUp.AnswerCountsFrom(settings))}.";
            yield return WhoProposes;
        }
        else if (topUp.IsPaidByHand)
        {
            yield return "«Оплачено» решили два сотрудника, KVELL этого пока не подтвердил. Если KVELL ответит, что деньги не ушли, верните выплату на проверку.";
            yield return WhoProposes;
        }

        if (topUp.IsWaivedAt(now))
            yield return $"Продолжить без проверки разрешено до {At(topUp.WaivedAt!.Value + CardTopUp.WaiverLasts)}, один раз.";
        else if (topUp.CannotBeAsked)
            yield return "KVELL недоступен, и прошла ли прежняя выплата, не узнать: новая выплата и наличные закрыты. Под свою ответственность продолжить может сотрудник с полными правами.";
    }
}
