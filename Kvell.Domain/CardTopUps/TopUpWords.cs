using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>A state's word, and the one fixed sentence beside it: what to tell the client and what to press.</summary>
public static class TopUpWords
{
    public static string WordOf(TopUpState state) => state switch
    {
        TopUpState.New => "Новый",
        TopUpState.Sending => "Отправляется",
        TopUpState.AwaitingCode => "Ожидает код",
        TopUpState.Processing => "Обрабатывается банком",
        TopUpState.Unknown => "Исход неизвестен",
        TopUpState.Postponed => "Отложено",
        TopUpState.Declined => "Отклонено",
        TopUpState.Completed => "Выполнено",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    /// <param name="message">The document's own word on the last refusal or wrong code, where it has one.</param>
    /// <param name="nextAt">When it goes on by itself, local time of the branch; null when it doesn't.</param>
    public static string SentenceOf(TopUpState state, string? message, DateTime? nextAt) => state switch
    {
        TopUpState.New => message ?? "Выплата не отправлена. Нажмите «Пополнение карты клиента».",
        TopUpState.Sending => "Отправляем выплату в банк. Попросите клиента подождать; состояние обновится само.",
        TopUpState.AwaitingCode => message ?? "Банк прислал клиенту код. Попросите назвать код и введите его.",
        TopUpState.Processing =>
            "Банк принял выплату. Попросите клиента подождать; ничего не нажимайте, состояние обновится само.",
        TopUpState.Unknown => $"Банк не ответил, деньги могли уйти. Наличные не выдавайте.{At(" Проверим сами в ", nextAt)}",
        TopUpState.Postponed => $"Нет связи с банком, деньги не отправлены.{At(" Повторим сами в ", nextAt)}",
        TopUpState.Declined => message ?? "Банк отказал, деньги не отправлены. Попросите другую карту и нажмите «Пополнение карты клиента».",
        TopUpState.Completed => "Деньги на карте клиента.",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    /// <summary>Why it is flagged «Требует внимания», a sentence for each reason.</summary>
    public static IEnumerable<string> ReasonsOf(Attention attention) =>
        Reasons.Where(reason => attention.HasFlag(reason.Flag)).Select(reason => reason.Sentence);

    private static readonly (Attention Flag, string Sentence)[] Reasons =
    [
        (Attention.PaidTwice, "Займ выплачен дважды. Сообщите руководителю и в KVELL."),
        (Attention.Contradiction, "Ответы банка противоречат друг другу. Уточните исход в KVELL."),
        (Attention.WrongEcho, "В ответе банка чужой номер или сумма. Уточните исход в KVELL."),
        (Attention.UnlistedStatus, "Банк ответил неизвестным статусом. Уточните исход в KVELL."),
        (Attention.PaidOnAnotherDay, "Выплачено в другой день: проверьте дату займа и билет."),
        (Attention.TerminalMisconfigured, "KVELL не принимает проверку: исправьте настройки терминала."),
    ];

    private static string At(string before, DateTime? local) => local is { } at ? $"{before}{Russian.Time(at)}." : "";
}
