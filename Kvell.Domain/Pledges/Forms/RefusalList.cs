using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>Collects one tab's refusals; a field keeps its first.</summary>
internal sealed class RefusalList(WizardTab tab)
{
    private readonly Dictionary<string, FieldRefusal> _byField = [];

    public IEnumerable<FieldRefusal> All => _byField.Values;

    public void Wrong(string field, string label, string sentence) => Add(field, label, sentence, RefusalKind.Wrong);

    public void Missing(string field, string label, string sentence) => Add(field, label, sentence, RefusalKind.Missing);

    public void Void(string field, string label, string sentence) => Add(field, label, sentence, RefusalKind.Void);

    public void Stale(string field, string label, string sentence) => Add(field, label, sentence, RefusalKind.Stale);

    /// <returns>Whether something is typed and worth a closer look.</returns>
    public bool Require(string typed, string field, string label, string sentence = "Заполните поле")
    {
        if (!TypedText.IsBlank(typed))
            return true;
        Missing(field, label, sentence);
        return false;
    }

    /// <summary>A required date that isn't after <paramref name="today"/>.</summary>
    public DateOnly? PastDate(string typed, DateOnly today, string field, string label)
    {
        if (!Require(typed, field, label))
            return null;
        if (!TypedText.TryDate(typed, today, out var date))
            Wrong(field, label, "Нужна дата, например 24.10.2022");
        else if (date > today)
            Wrong(field, label, "Эта дата ещё не наступила");
        else
            return date;
        return null;
    }

    /// <summary>Exactly so many digits, spaces and dashes aside.</summary>
    public void Digits(string typed, int count, string field, string label)
    {
        var digits = TypedText.Digits(typed).Length;
        if (typed.Any(c => !char.IsAsciiDigit(c) && !char.IsWhiteSpace(c) && c != '-'))
            Wrong(field, label, $"Нужно {Words(count)}, без букв и знаков");
        else if (digits != count)
            Wrong(field, label, $"Нужно {Words(count)}, введено {digits}");
    }

    private static string Words(int count) => $"{count} {Russian.Plural(count, "цифра", "цифры", "цифр")}";

    private void Add(string field, string label, string sentence, RefusalKind kind) =>
        _byField.TryAdd(field, new FieldRefusal(tab, field, label, sentence, kind));
}
