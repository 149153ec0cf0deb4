using System.Security.Cryptography;
using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Branches.Keys;

/// <summary>A version of a terminal in the list of them.</summary>
/// <param name="Unfinished">Payouts begun with this version that are not decided yet; they end with it.</param>
public sealed record TerminalVersion(int Version, DateTime Since, string ApiKey, string? By, int Unfinished);

/// <summary>Tab «KVELL» of a branch. Keys are told by fingerprints, and to an administrator only.</summary>
/// <param name="Stored">Its version is the terminal's; 0 where there is none yet.</param>
/// <param name="SecretFingerprint">Null: not filled in, or not to be told.</param>
/// <param name="HasSecret">Filled in.</param>
public sealed record TerminalView(
    StoredForm<TerminalForm> Stored, bool HasSecret, string? SecretFingerprint, bool HasPrivateKey, StoredKey? PrivateKey, bool HasPublicKey,
    string? PublicFingerprint, KvellReadiness Readiness, SigningKind Signing, IReadOnlyList<TerminalVersion> Versions)
{
    /// <summary>The public key that is stored belongs to another private key.</summary>
    public bool IsMismatched => PrivateKey is not null && PublicFingerprint is not null && PrivateKey.Fingerprint != PublicFingerprint;
}

/// <summary>A stored private key, told without being shown.</summary>
public sealed record StoredKey(int Bits, string Fingerprint);

[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class ShowTerminal(IDbContextFactory<KvellDbContext> contexts, Seals seals, KvellReadinessCheck readiness) : IUseCase
{
    public async Task<TerminalView> ExecuteAsync(Actor actor, Guid branchId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var terminals = await db.Set<KvellTerminal>().AsNoTracking().Where(row => row.BranchId == branchId)
            .OrderByDescending(row => row.Version).ToListAsync(cancellationToken);
        var latest = terminals.FirstOrDefault();
        var versions = await VersionsAsync(db, branchId, terminals, cancellationToken);
        var mayKnow = actor.Has(UserRole.Administrator);
        return new TerminalView(
            new StoredForm<TerminalForm>(TerminalForm.Of(latest), latest?.Version ?? 0, versions is [var last, ..] ? last.By : null, latest?.CreatedAt),
            latest?.SealedSecret is not null,
            mayKnow && latest?.SealedSecret is { } secret ? Opened(() => KeyFingerprint.Of(seals.TerminalSecret.OpenText(secret))) : null,
            latest?.SealedPrivateKey is not null,
            mayKnow && latest?.SealedPrivateKey is { } key ? Opened(() => Describe(seals.TerminalKey.OpenText(key))) : null,
            latest?.PublicKey is not null,
            mayKnow && latest?.PublicKey is { } publicKey ? PublicKeyFile.Read(publicKey).Fingerprint : null,
            await readiness.CheckAsync(db, branchId, cancellationToken),
            (await KvellReadinessCheck.SigningAsync(db, cancellationToken)).Kind,
            versions);
    }

    private static async Task<IReadOnlyList<TerminalVersion>> VersionsAsync(
        KvellDbContext db, Guid branchId, List<KvellTerminal> terminals, CancellationToken cancellationToken)
    {
        var authors = terminals.ConvertAll(row => row.CreatedBy);
        var names = await db.Users.Where(user => authors.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancellationToken);
        TopUpState[] unfinished = [.. Enum.GetValues<TopUpState>().Where(state => state.IsUndecided() || state == TopUpState.Postponed)];
        var used = await db.Set<CardTopUp>().AsNoTracking()
            .Where(topUp => topUp.BranchId == branchId && unfinished.Contains(topUp.State))
            .Select(topUp => topUp.Attempts.OrderByDescending(attempt => attempt.Number).Select(attempt => attempt.TerminalId).First())
            .ToListAsync(cancellationToken);
        return [.. terminals.Select(row => new TerminalVersion(
            row.Version, row.CreatedAt, row.ApiKey, names.GetValueOrDefault(row.CreatedBy), used.Count(id => id == row.Id)))];
    }

    private static StoredKey Describe(string pem)
    {
        using var key = RSA.Create();
        key.ImportFromPem(pem);
        return new StoredKey(key.KeySize, KeyFingerprint.Of(key));
    }

    /// <summary>Null where the keys that sealed it are gone; readiness says so.</summary>
    private static T? Opened<T>(Func<T> open)
        where T : class
    {
        try
        {
            return open();
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}
