using Kvell.Domain.Common;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Settings;

/// <summary>«Учетная политика ломбарда»</summary>
[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowPolicy(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public Task<StoredForm<PolicyForm>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return contexts.ReadSettingsAsync<AccountingPolicy, PolicyForm>(PolicyForm.Of, cancellationToken);
    }
}

[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class SavePolicy(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    public async Task<SaveAnswer> ExecuteAsync(Actor actor, PolicyForm form, int seenVersion, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return form.Check() is { Count: > 0 } refusals
            ? SaveAnswer.Refuse(refusals)
            : await contexts.SaveSettingsAsync(
                seenVersion, () => AccountingPolicy.Create(useKvell: false), policy => policy.Change(form, actor, time.GetUtcNow().UtcDateTime), cancellationToken);
    }
}
