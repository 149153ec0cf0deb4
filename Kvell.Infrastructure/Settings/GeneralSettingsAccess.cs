using Kvell.Domain.Common;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Settings;

/// <summary>«Общие настройки ломбарда»</summary>
[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowGeneralSettings(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public Task<StoredForm<GeneralForm>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return contexts.ReadSettingsAsync<GeneralSettings, GeneralForm>(GeneralForm.Of, cancellationToken);
    }
}

internal static class GeneralQueries
{
    /// <summary>«Печать чека по кнопке, а не при проведении»</summary>
    public static async Task<bool> PrintsReceiptByButtonAsync(this KvellDbContext db, CancellationToken cancellationToken) =>
        GeneralForm.Of(await db.Set<GeneralSettings>().AsNoTracking().SingleOrDefaultAsync(cancellationToken)).PrintReceiptByButton;
}

[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class SaveGeneralSettings(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    public Task<SaveAnswer> ExecuteAsync(Actor actor, GeneralForm form, int seenVersion, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return contexts.SaveSettingsAsync(
            seenVersion, GeneralSettings.Create, settings => settings.Change(form, actor, time.GetUtcNow().UtcDateTime), cancellationToken);
    }
}
