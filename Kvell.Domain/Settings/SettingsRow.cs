using Kvell.Domain.Common;

namespace Kvell.Domain.Settings;

/// <summary>Settings of the firm: one row of their table, and who changed it last.</summary>
public abstract class SettingsRow
{
    public int Id { get; private set; } = 1;

    /// <summary>Concurrency token, from 1; 0 stands for settings that nobody has saved yet.</summary>
    public int Version { get; private set; } = 1;

    public Guid? ChangedBy { get; private set; }

    public string? ChangedByName { get; private set; }

    public DateTime? ChangedAt { get; private set; }

    private protected void NoteChange(Actor by, DateTime now)
    {
        (ChangedBy, ChangedByName, ChangedAt) = (by.UserId, by.Name, now);
        Version++;
    }
}
