using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>«Предложить решение» and «Вернуть на проверку», as typed: KVELL's answer, and what follows from it.</summary>
public sealed record DecisionForm
{
    public const string ChoiceField = "decision";
    public const string AnsweredAtField = "decision-answered-at";
    public const string NumberField = "decision-number";
    public const string ReasonField = "decision-reason";
    public const string FileField = "decision-file";

    public const int MostBytes = 5 * 1024 * 1024;
    public const int LongestReason = 500;

    private const string NoCard = "Номер карты целиком здесь не пишут: достаточно последних четырёх цифр.";

    private const int LongestNumber = 60;
    private const int LongestName = 200;
    private const int LongestType = 100;

    public static Refusal TooLarge { get; } = new("Файл больше 5 МБ. Приложите только письмо или снимок ответа.", FileField);

    public DecisionKind? Choice { get; set; }

    /// <summary>In the branch's zone.</summary>
    public string AnsweredAt { get; set; } = "";

    public string AnswerNumber { get; set; } = "";

    public string Reason { get; set; } = "";

    public DecisionFile? File { get; set; }

    /// <summary>What is said of a reason that a person owes, whatever he is about to do.</summary>
    public static Refusal? CheckReason(string typed, string field) => TypedText.Trimmed(typed).Length switch
    {
        0 => new Refusal("Напишите причину: её прочтут те, кто будет разбираться.", field),
        > LongestReason => new Refusal($"Причина длиннее {LongestReason} знаков. Сократите её.", field),
        _ => SearchWords.HoldsCardNumber(typed) ? new Refusal(NoCard, field) : null,
    };

    /// <param name="countsFrom">UTC. Before it an answer of KVELL's proves nothing.</param>
    public IReadOnlyList<Refusal> Check(DateTime countsFrom, DateTime now, TimeZoneInfo zone)
    {
        var refusals = new List<Refusal>();
        if (Choice is null)
            refusals.Add(new Refusal("Выберите «Оплачено» или «Не оплачено».", ChoiceField));
        if (CheckTime(countsFrom, now, zone) is { } sentence)
            refusals.Add(new Refusal(sentence, AnsweredAtField));
        if (TypedText.Trimmed(AnswerNumber).Length is 0 or > LongestNumber)
            refusals.Add(new Refusal($"Нужен номер письма или обращения в KVELL, до {LongestNumber} знаков.", NumberField));
        else if (SearchWords.HoldsRealCardNumber(AnswerNumber))
            refusals.Add(new Refusal(NoCard, NumberField));
        if (CheckReason(Reason, ReasonField) is { } reason)
            refusals.Add(reason);
        if (File?.Bytes.Length > MostBytes)
            refusals.Add(TooLarge);
        else if (SearchWords.HoldsCardNumber(File?.Name))
            refusals.Add(new Refusal("В имени файла номер карты целиком. Переименуйте файл.", FileField));
        return refusals;
    }

    public DecisionProposal ToProposal(DateTime now, TimeZoneInfo zone) => TryTime(now, zone, out var answeredAt) && Choice is { } choice
        ? new DecisionProposal(choice, answeredAt, TypedText.Trimmed(AnswerNumber), TypedText.Trimmed(Reason), File is null ? null : Fit(File))
        : throw new IllegalTransitionException("A form that was not checked.");

    private string? CheckTime(DateTime countsFrom, DateTime now, TimeZoneInfo zone)
    {
        var isTimed = AnsweredAt.Contains(':', StringComparison.Ordinal);
        if (!TryTime(now, zone, out var answeredAt) || !isTimed)
            return "Нужны дата и время ответа, например 24.10.2022 13:29";
        if (answeredAt > now)
            return "Это время ещё не наступило.";
        return answeredAt < countsFrom
            ? $"Нужен ответ, который KVELL дал не раньше {Russian.DateAndTime(BranchZone.ToLocal(countsFrom, zone))}: до этого запрос ещё мог быть в пути."
            : null;
    }

    private bool TryTime(DateTime now, TimeZoneInfo zone, out DateTime answeredAt)
    {
        var isRead = TypedText.TryDateAndTime(AnsweredAt, BranchZone.DayOf(now, zone), out var local);
        answeredAt = isRead ? BranchZone.ToUtc(local, zone) : default;
        return isRead;
    }

    /// <summary>Names and types come from the browser, of any length.</summary>
    private static DecisionFile Fit(DecisionFile file) => file with
    {
        Name = file.Name.Length > LongestName ? file.Name[^LongestName..] : file.Name,
        ContentType = file.ContentType.Length > LongestType ? "" : file.ContentType,
    };
}
