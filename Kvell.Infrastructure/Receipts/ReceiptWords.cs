namespace Kvell.Infrastructure.Receipts;

/// <summary>One sentence each about what was printed, what to tell the client, and who waits for what.</summary>
internal sealed class ReceiptWords
{
    private readonly List<string> _printed = [];
    private readonly List<string> _warnings = [];
    private readonly List<(string Reason, List<string> Tickets)> _waiting = [];

    public string Sentence
    {
        get
        {
            var sentences = new List<string>();
            if (_printed.Count > 0)
                sentences.Add($"Чек пробит: {string.Join(", ", _printed)}.");
            sentences.AddRange(_warnings.Distinct().Select(warning => $"{warning}."));
            sentences.AddRange(_waiting.Select(waiting => $"{string.Join(", ", waiting.Tickets)}: {waiting.Reason}."));
            return string.Join(" ", sentences);
        }
    }

    public void Printed(string ticket, string? warning)
    {
        _printed.Add(ticket);
        if (warning is not null)
            _warnings.Add(warning);
    }

    public void Waits(string ticket, string reason)
    {
        var known = _waiting.FindIndex(waiting => waiting.Reason == reason);
        if (known < 0)
            _waiting.Add((reason, [ticket]));
        else
            _waiting[known].Tickets.Add(ticket);
    }
}
