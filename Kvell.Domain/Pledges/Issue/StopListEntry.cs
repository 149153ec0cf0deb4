using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Issue;

/// <summary>Goods that may not be pledged, from a date on: kept by the firm, since the law's list changes.</summary>
public sealed class StopListEntry
{
    private StopListEntry()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>«Необработанный драгоценный металл без документов»</summary>
    public string Name { get; private set; } = "";

    /// <summary>By which an item is recognised: parts of words, with commas between them.</summary>
    public string Words { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>Inclusive; null: until further notice.</summary>
    public DateOnly? Through { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    public string ChangedByName { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    public static StopListEntry Create(Guid id, StopListForm form, DateOnly today, Actor by, DateTime now)
    {
        var entry = new StopListEntry { Id = id };
        entry.Change(form, today, by, now);
        return entry;
    }

    /// <exception cref="IllegalTransitionException">The form doesn't pass its own check.</exception>
    public void Change(StopListForm form, DateOnly today, Actor by, DateTime now)
    {
        if (!form.TryRead(today, out var from, out var through))
            throw new IllegalTransitionException("A form that was not checked.");
        (Name, Words, From, Through) = (TypedText.Trimmed(form.Name), TypedText.Trimmed(form.Words), from, through);
        (ChangedByName, ChangedAt) = (by.Name, now);
        Version++;
    }

    /// <param name="text">The item's kind and description.</param>
    public bool Names(string text, DateOnly date)
    {
        if (date < From || date > Through)
            return false;
        var normalised = SearchText.Normalise(text);
        return Words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(word => normalised.Contains(SearchText.Normalise(word), StringComparison.Ordinal));
    }
}
