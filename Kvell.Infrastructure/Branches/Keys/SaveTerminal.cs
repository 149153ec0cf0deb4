using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Kvell.Infrastructure.Branches.Keys;

/// <summary>What is new in a terminal besides its form.</summary>
/// <param name="Secret">As typed; empty keeps the stored one.</param>
/// <param name="PrivateKey">Null keeps the stored one.</param>
/// <param name="PublicKey">Null keeps the stored one.</param>
public sealed record TerminalSecrets(string Secret, NewPrivateKey? PrivateKey, NewPublicKey? PublicKey);

/// <summary>
/// Tab «KVELL»: the next version of the terminal. A version never changes: a payout that is in flight ends with its own (rule 11).
/// </summary>
[AllowedTo(UserRole.Administrator)]
public sealed class SaveTerminal(IDbContextFactory<KvellDbContext> contexts, Seals seals, IConfiguration configuration, TimeProvider time) : IUseCase
{
    public const string OnlyTestInDemo = "В демонстрации работает только тестовый терминал: настоящий шлюз KVELL не вызывается. Поставьте отметку";

    public async Task<SaveAnswer> ExecuteAsync(
        Actor actor, Guid branchId, TerminalForm form, TerminalSecrets secrets, int seenVersion, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        if (Refusals(form, secrets) is { Count: > 0 } refusals)
            return SaveAnswer.Refuse(refusals);
        var secret = TypedText.IsBlank(secrets.Secret) ? null : seals.TerminalSecret.SealText(secrets.Secret.Trim());
        return await contexts.DecideAsync(
            async db =>
            {
                var latest = await KvellReadinessCheck.LatestTerminalAsync(db, branchId, cancellationToken);
                if ((latest?.Version ?? 0) != seenVersion)
                    return SaveAnswer.Stale;
                db.Add(KvellTerminal.Create(
                    branchId, seenVersion + 1, form.TrimmedApiKey, secret ?? latest?.SealedSecret, secrets.PrivateKey?.Sealed ?? latest?.SealedPrivateKey,
                    secrets.PublicKey?.Bytes ?? latest?.PublicKey, form.IsTest, actor.UserId, time.GetUtcNow().UtcDateTime));
                await db.SaveChangesAsync(cancellationToken);
                return SaveAnswer.Done;
            },
            cancellationToken);
    }

    private List<Refusal> Refusals(TerminalForm form, TerminalSecrets secrets)
    {
        var refusals = new List<Refusal>(form.Check());
        if (TerminalForm.CheckSecret(secrets.Secret) is { } secret)
            refusals.Add(secret);
        if (!form.IsTest && configuration.GetValue<bool>(DemoOptions.EnabledKey))
            refusals.Add(new Refusal(OnlyTestInDemo, TerminalForm.TestField));
        return refusals;
    }
}

/// <summary>«Публичный ключ» – «Сохранить»: the stored file, byte for byte what was loaded.</summary>
[AllowedTo(UserRole.Administrator)]
public sealed class DownloadPublicKey(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    /// <returns>Null where none is stored.</returns>
    public async Task<byte[]?> ExecuteAsync(Actor actor, Guid branchId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await KvellReadinessCheck.LatestTerminalAsync(db, branchId, cancellationToken))?.PublicKey;
    }
}
