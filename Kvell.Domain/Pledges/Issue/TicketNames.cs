using System.Globalization;

namespace Kvell.Domain.Pledges.Issue;

/// <summary>«Билет №04 не напечатан», «Билеты №01–№04 не напечатаны», «Билеты №01, №03 не напечатаны».</summary>
internal static class TicketNames
{
    /// <param name="ordinals">In ascending order, at least one.</param>
    public static string Sentence(IReadOnlyList<int> ordinals)
    {
        if (ordinals.Count == 1)
            return $"Билет {Number(ordinals[0])} не напечатан";
        var parts = new List<string>();
        for (var i = 0; i < ordinals.Count;)
        {
            var last = i;
            while (last + 1 < ordinals.Count && ordinals[last + 1] == ordinals[last] + 1)
                last++;
            parts.Add(last - i < 2 ? string.Join(", ", ordinals.Skip(i).Take(last - i + 1).Select(Number)) : $"{Number(ordinals[i])}–{Number(ordinals[last])}");
            i = last + 1;
        }

        return $"Билеты {string.Join(", ", parts)} не напечатаны";
    }

    private static string Number(int ordinal) => string.Create(CultureInfo.InvariantCulture, $"№{ordinal:D2}");
}
