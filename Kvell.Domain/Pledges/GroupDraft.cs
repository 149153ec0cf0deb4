using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>
/// One client's group of loans, from the first letter typed until «Завершить». What is typed lives in
/// <see cref="Content"/> (JSON of the wizard's forms).
/// </summary>
public sealed class GroupDraft
{
    private GroupDraft()
    {
    }

    public Guid Id { get; private set; }

    public Guid BranchId { get; private set; }

    public Guid OwnerId { get; private set; }

    public string OwnerName { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public DateTime SavedAt { get; private set; }

    public DateTime? PostedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>JSON of the wizard's forms. No card number is ever in it.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>For lists: «Морозова Елена Андреевна, 2 предмета, вкладка «Перечень имущества»».</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    public static GroupDraft Open(Guid id, Guid branchId, Actor owner, DateTime now) => new()
    {
        Id = id,
        BranchId = branchId,
        OwnerId = owner.UserId,
        OwnerName = owner.Name,
        CreatedAt = now,
        SavedAt = now,
        Version = 1,
    };

    public void Save(string content, string summary, DateTime now)
    {
        (Content, Summary, SavedAt) = (content, summary, now);
        Version++;
    }

    public void MarkPosted(DateTime now)
    {
        PostedAt = now;
        Version++;
    }

    public void Close(DateTime now)
    {
        ClosedAt ??= now;
        Version++;
    }
}
