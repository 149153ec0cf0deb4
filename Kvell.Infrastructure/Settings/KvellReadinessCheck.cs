using Kvell.Domain.Branches;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Gateway;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Kvell.Infrastructure.Settings;

/// <summary>May the gateway be used by a branch now? Read from the database each time (design §5).</summary>
public sealed class KvellReadinessCheck(ITrialSignature trial, IConfiguration configuration)
{
    public async Task<KvellReadiness> CheckAsync(KvellDbContext db, Guid branchId, CancellationToken cancellationToken) =>
        (await CheckAllAsync(db, [branchId], cancellationToken))[branchId];

    /// <summary>Of each branch, by three queries for all of them.</summary>
    public async Task<Dictionary<Guid, KvellReadiness>> CheckAllAsync(KvellDbContext db, IReadOnlyCollection<Guid> branchIds, CancellationToken cancellationToken)
    {
        var policy = await db.Set<AccountingPolicy>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var signing = await SigningAsync(db, cancellationToken);
        var versions = db.Set<KvellTerminal>().AsNoTracking();
        var terminals = await versions
            .Where(terminal => branchIds.Contains(terminal.BranchId) && !versions.Any(later => later.BranchId == terminal.BranchId && later.Version > terminal.Version))
            .ToDictionaryAsync(terminal => terminal.BranchId, cancellationToken);
        var all = new Dictionary<Guid, KvellReadiness>();
        foreach (var branchId in branchIds)
            all[branchId] = await TryAsync(policy, terminals.GetValueOrDefault(branchId), signing);
        return all;
    }

    /// <summary>The version in force, or null when the branch has none.</summary>
    public static Task<KvellTerminal?> LatestTerminalAsync(KvellDbContext db, Guid branchId, CancellationToken cancellationToken) =>
        db.Set<KvellTerminal>().AsNoTracking()
            .Where(terminal => terminal.BranchId == branchId)
            .OrderByDescending(terminal => terminal.Version)
            .FirstOrDefaultAsync(cancellationToken);

    internal static async Task<SigningSettings> SigningAsync(KvellDbContext db, CancellationToken cancellationToken) =>
        (await db.Set<BankSettings>().AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.Signing ?? SigningSettings.Default;

    /// <summary>With the flag off nothing of KVELL is tried: a broken path must not slow down who lends in cash.</summary>
    private async Task<KvellReadiness> TryAsync(AccountingPolicy? policy, KvellTerminal? terminal, SigningSettings signing)
    {
        var tried = policy is { UseKvell: true } ? await trial.TryAsync(terminal, signing) : new TrialResult(KeysOpen: true, SigningTrial.Good);
        return KvellReadiness.Of(policy, terminal, tried.KeysOpen, tried.Signing, configuration.GetValue<bool>(DemoOptions.EnabledKey));
    }
}
