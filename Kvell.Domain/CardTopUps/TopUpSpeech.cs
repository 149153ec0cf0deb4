using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>The state's word, and the one sentence of a row: what to tell the client and what to press.</summary>
public static class TopUpSpeech
{
    /// <summary>Of a loan that waits for the others of its press.</summary>
    public const string Queued = "В очереди на отправку. Попросите клиента подождать; ничего не нажимайте.";

    public static string WordOf(TopUpState state) => state switch
    {
        TopUpState.New => "Новый",
        TopUpState.Sending => "Отправляется",
        TopUpState.AwaitingCode => "Ожидает код",
        TopUpState.Processing => "Обрабатывается банком",
        TopUpState.Unknown => "Исход неизвестен",
        TopUpState.Postponed => "Отложено",
        TopUpState.Declined => "Отклонено",
        _ => "Выполнено",
    };

    /// <param name="nextAt">Local time of the next step, where one is planned.</param>
    /// <param name="message">What the last refusal or wrong code asks for.</param>
    public static string SentenceOf(TopUpState state, DateTime? nextAt, string? message) => state switch
    {
        TopUpState.New => message ?? "Деньги ещё не отправлены. Нажмите «Пополнение карты клиента».",
        TopUpState.Sending => "Отправляем в банк. Попросите клиента подождать; ничего не нажимайте.",
        TopUpState.AwaitingCode => message ?? "Банк прислал клиенту код. Попросите назвать код и введите его.",
        TopUpState.Processing => "Банк принял выплату. Попросите клиента подождать; ничего не нажимайте, состояние обновится само.",
        TopUpState.Unknown => $"Банк не ответил, деньги могли уйти. Наличные не выдавайте.{At(" Проверим сами в ", nextAt)}",
        TopUpState.Postponed => $"Нет связи с банком, деньги не отправлены.{At(" Повторим сами в ", nextAt)}",
        TopUpState.Declined => message ?? "Деньги не ушли. Нажмите «Пополнение карты клиента» ещё раз.",
        _ => "Деньги на карте клиента.",
    };

    /// <summary>Why a group's cash can't be changed (rule 7); null while no top-up of its loans locks it.</summary>
    /// <param name="states">Of the group's top-ups, where there are any.</param>
    public static string? CashLockOf(IReadOnlyCollection<TopUpState> states)
    {
        if (states.Any(state => state.IsUndecided()))
            return "Наличные и сумма займа закрыты, пока банк не дал ответ по всем выплатам.";
        if (states.Contains(TopUpState.Postponed))
            return "Наличные и сумма займа закрыты, пока есть отложенные выплаты.";
        return states.Contains(TopUpState.Completed)
            ? "Часть займов уже на карте, поэтому наличные закрыты. Остальное выплатите кнопкой «Пополнение карты клиента»."
            : null;
    }

    private static string At(string words, DateTime? local) => local is { } at ? $"{words}{Russian.Time(at)}." : "";
}
