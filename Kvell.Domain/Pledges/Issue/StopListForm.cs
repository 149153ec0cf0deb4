using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Issue;

/// <summary>A row of the stop-list as typed.</summary>
public sealed record StopListForm
{
    public const string NameField = "stop-name";
    public const string WordsField = "stop-words";
    public const string FromField = "stop-from";
    public const string ThroughField = "stop-through";

    private const int LongestText = 200;
    private const int ShortestWord = 3;

    public string Name { get; set; } = "";

    public string Words { get; set; } = "";

    public string From { get; set; } = "";

    /// <summary>Empty: until further notice.</summary>
    public string Through { get; set; } = "";

    public static StopListForm Of(StopListEntry entry) => new()
    {
        Name = entry.Name,
        Words = entry.Words,
        From = Russian.Date(entry.From),
        Through = entry.Through is { } through ? Russian.Date(through) : "",
    };

    public IReadOnlyList<Refusal> Check(DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (TypedText.IsBlank(Name) || TypedText.Trimmed(Name).Length > LongestText)
            refusals.Add(new Refusal($"Введите, что нельзя принимать в залог, не длиннее {LongestText} знаков", NameField));
        var words = Words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || TypedText.Trimmed(Words).Length > LongestText)
            refusals.Add(new Refusal("Введите слова через запятую, по которым узнать предмет, например: слиток, лом золота", WordsField));
        else if (Array.Find(words, word => word.Length < ShortestWord) is { } tooShort)
            refusals.Add(new Refusal($"«{tooShort}» встретится в любом описании: нужно не меньше {ShortestWord} букв", WordsField));
        if (!TypedText.TryDate(From, today, out var from))
            refusals.Add(new Refusal("Нужна дата, например 01.03.2026", FromField));
        if (TypedText.IsBlank(Through))
            return refusals;
        if (!TypedText.TryDate(Through, today, out var through))
            refusals.Add(new Refusal("Нужна дата, например 31.12.2026, или оставьте пустым", ThroughField));
        else if (through < from)
            refusals.Add(new Refusal("Окончание раньше начала", ThroughField));
        return refusals;
    }

    internal bool TryRead(DateOnly today, out DateOnly from, out DateOnly? through)
    {
        through = TypedText.TryDate(Through, today, out var end) ? end : null;
        return TypedText.TryDate(From, today, out from) && Check(today).Count == 0;
    }
}
