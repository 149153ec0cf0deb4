using Kvell.Domain.Common;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Gateway.Signing;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Settings;

/// <summary>«Настройки работы с банком»</summary>
[AllowedTo(UserRole.Administrator)]
public sealed class ShowBankSettings(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public Task<StoredForm<BankForm>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return contexts.ReadSettingsAsync<BankSettings, BankForm>(BankForm.Of, cancellationToken);
    }
}

[AllowedTo(UserRole.Administrator)]
public sealed class SaveBankSettings(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    public async Task<SaveAnswer> ExecuteAsync(Actor actor, BankForm form, int seenVersion, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return form.Check() is { Count: > 0 } refusals
            ? SaveAnswer.Refuse(refusals)
            : await contexts.SaveSettingsAsync(
                seenVersion, BankSettings.Create, settings => settings.Change(form, actor, time.GetUtcNow().UtcDateTime), cancellationToken);
    }
}

/// <summary>«Проверить»: what is typed, tried on this server.</summary>
[AllowedTo(UserRole.Administrator)]
public sealed class CheckSigning(SigningCheck check) : IUseCase
{
    public Task<SigningReport> ExecuteAsync(Actor actor, BankForm form, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return check.RunAsync(form.Signing, cancellationToken);
    }
}

/// <summary>What every server's own check said last.</summary>
[AllowedTo(UserRole.Administrator)]
public sealed class ListServerChecks(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<IReadOnlyList<ServerCheck>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<ServerCheck>().AsNoTracking().OrderBy(check => check.Server).ToListAsync(cancellationToken);
    }
}
