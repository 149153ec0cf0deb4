namespace Kvell.Domain.CardTopUps;

/// <summary>Why a top-up is flagged «Требует внимания», a sentence for each reason, the gravest first: what is stored, then the time.</summary>
public static class AttentionSpeech
{
    private static readonly (Attention Flag, string Sentence)[] Reasons =
    [
        (Attention.PaidTwice, "Займ выплачен дважды. Сообщите руководителю и в KVELL."),
        (Attention.Contradiction, "Ответы банка противоречат друг другу. Уточните исход в KVELL."),
        (Attention.WrongEcho, "В ответе банка чужой номер или сумма. Уточните исход в KVELL."),
        (Attention.UnlistedStatus, "Банк ответил неизвестным статусом. Уточните исход в KVELL."),
        (Attention.PaidOnAnotherDay, "Выплачено в другой день: проверьте дату займа и билет."),
        (Attention.TerminalMisconfigured, "KVELL не принимает проверку: исправьте настройки терминала."),
    ];

    private const string Late = "Исхода нет больше 15 минут: нажмите «Проверить сейчас» или уточните его в KVELL.";

    /// <param name="isLate">The outcome is open for longer than <see cref="CardTopUp.AttentionAfter"/>.</param>
    public static IReadOnlyList<string> Of(Attention attention, bool isLate) =>
        [.. Reasons.Where(reason => attention.HasFlag(reason.Flag)).Select(reason => reason.Sentence), .. isLate ? [Late] : Array.Empty<string>()];
}
