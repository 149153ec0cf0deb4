using Kvell.Domain.Common;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Settings;

/// <summary>A form as the database has it, and who saved it last.</summary>
/// <param name="Version">Carried back with the save: whoever comes second is told.</param>
public sealed record StoredForm<TForm>(TForm Form, int Version, string? ChangedBy, DateTime? ChangedAt);

/// <summary>What became of a save.</summary>
/// <param name="IsStale">Somebody else saved since the page was read; nothing of this save is stored.</param>
public sealed record SaveAnswer(IReadOnlyList<Refusal> Refusals, bool IsStale = false)
{
    public static SaveAnswer Done { get; } = new([]);

    public static SaveAnswer Stale { get; } = new([], IsStale: true);

    public bool IsSaved => Refusals.Count == 0 && !IsStale;

    public static SaveAnswer Refuse(params IReadOnlyList<Refusal> refusals) => new(refusals);
}

internal static class SettingsRows
{
    public static async Task<StoredForm<TForm>> ReadSettingsAsync<TRow, TForm>(
        this IDbContextFactory<KvellDbContext> contexts, Func<TRow?, TForm> toForm, CancellationToken cancellationToken)
        where TRow : SettingsRow
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Set<TRow>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return new StoredForm<TForm>(toForm(row), row?.Version ?? 0, row?.ChangedByName, row?.ChangedAt);
    }

    /// <summary>A row that nobody has saved yet is made by the first save.</summary>
    public static Task<SaveAnswer> SaveSettingsAsync<TRow>(
        this IDbContextFactory<KvellDbContext> contexts, int seenVersion, Func<TRow> create, Action<TRow> change, CancellationToken cancellationToken)
        where TRow : SettingsRow => contexts.DecideAsync(
        async db =>
        {
            var row = await db.Set<TRow>().SingleOrDefaultAsync(cancellationToken);
            if ((row?.Version ?? 0) != seenVersion)
                return SaveAnswer.Stale;
            if (row is null)
                db.Add(row = create());
            change(row);
            await db.SaveChangesAsync(cancellationToken);
            return SaveAnswer.Done;
        },
        cancellationToken);
}
