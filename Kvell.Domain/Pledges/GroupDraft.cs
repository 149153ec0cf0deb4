using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>
/// One client's group of loans, from the first letter typed until «Завершить». What is typed lives in
/// <see cref="Content"/> (JSON of the wizard's forms). Or «Операция по залогу» made by itself: a group of one ticket, kept, taken over and
/// posted like any other.
/// </summary>
public sealed class GroupDraft
{
    private GroupDraft()
    {
    }

    public Guid Id { get; private set; }

    public Guid BranchId { get; private set; }

    /// <summary>«Операция по залогу» made by itself: all its items are one ticket's.</summary>
    public bool IsSingle { get; private set; }

    public Guid OwnerId { get; private set; }

    public string OwnerName { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public DateTime SavedAt { get; private set; }

    public DateTime? PostedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>JSON of the wizard's forms. No card number is ever in it.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>
    /// Counts the savings of <see cref="Content"/> alone: a window that saves over a content it hasn't seen is told so,
    /// while a printed blank or a chosen card beside it doesn't disturb the typing.
    /// </summary>
    public int ContentVersion { get; private set; }

    /// <summary>For lists: «Морозова Елена Андреевна, 2 предмета, вкладка «Перечень имущества»».</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    public static GroupDraft Open(Guid id, Guid branchId, Actor owner, DateTime now, bool isSingle = false) => new()
    {
        Id = id,
        BranchId = branchId,
        IsSingle = isSingle,
        OwnerId = owner.UserId,
        OwnerName = owner.Name,
        CreatedAt = now,
        SavedAt = now,
        Version = 1,
    };

    public void Save(string content, string summary, DateTime now)
    {
        if (ClosedAt is not null)
            throw new IllegalTransitionException("The draft is closed.");
        (Content, Summary, SavedAt) = (content, summary, now);
        ContentVersion++;
        Version++;
    }

    /// <summary>A blank of the draft's was printed or spoiled in the same commit: whoever does so at once conflicts.</summary>
    public void NoteBlanks() => Version++;

    /// <summary>Cash was entered on the posted operations in the same commit.</summary>
    public void NoteCash() => Version++;

    public void MarkPosted(DateTime now)
    {
        if (PostedAt is not null || ClosedAt is not null)
            throw new IllegalTransitionException("The draft is posted or closed already.");
        PostedAt = now;
        Version++;
    }

    public void Close(DateTime now)
    {
        ClosedAt ??= now;
        Version++;
    }
}
