using System.Collections.Concurrent;
using System.Security.Cryptography;
using Kvell.Domain.Branches;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Emulator;

/// <summary>
/// The shops by api-key, as the gateway would know them: each version of a terminal in the application's database, by the
/// public half of its private key and its secret. Read again when nothing read so far fits, since terminals get new versions.
/// </summary>
internal sealed class EmulatorShops(IDbContextFactory<KvellDbContext> contexts, Seals seals)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<ShopKey>> _known = new();

    /// <returns>Null for an unknown api-key, else whether one of the shop's keys passes the check.</returns>
    public async Task<bool?> VerifyAsync(string apiKey, Func<ShopKey, bool> check)
    {
        if (_known.TryGetValue(apiKey, out var keys) && keys.Any(check))
            return true;
        await using var db = await contexts.CreateDbContextAsync();
        var terminals = await db.Set<KvellTerminal>().AsNoTracking()
            .Where(terminal => terminal.ApiKey == apiKey)
            .OrderByDescending(terminal => terminal.Version)
            .ToListAsync();
        if (terminals.Count == 0)
            return null;
        keys = [.. terminals.Select(Open).OfType<ShopKey>()];
        _known[apiKey] = keys;
        return keys.Any(check);
    }

    /// <summary>A version whose keys are missing or don't open verifies nothing.</summary>
    private ShopKey? Open(KvellTerminal terminal)
    {
        if (terminal.SealedSecret is null || terminal.SealedPrivateKey is null)
            return null;
        try
        {
            return new ShopKey(terminal.ApiKey, seals.TerminalSecret.OpenText(terminal.SealedSecret), seals.TerminalKey.OpenText(terminal.SealedPrivateKey));
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}
