using System.Collections.Concurrent;
using Kvell.Domain.Branches;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>Opened keys by terminal. Terminals are immutable versions, so what opened once stays right.</summary>
public sealed class TerminalKeyring(IDbContextFactory<KvellDbContext> contexts, Seals seals)
{
    private readonly ConcurrentDictionary<Guid, TerminalKeys> _opened = new();

    /// <returns>Null when they don't open or don't sign.</returns>
    internal TerminalKeys? TryOpen(KvellTerminal terminal)
    {
        try
        {
            return _opened.GetOrAdd(terminal.Id, _ => TerminalKeys.Open(terminal, seals));
        }
        catch (GatewayUnusableException)
        {
            return null;
        }
    }

    /// <exception cref="GatewayUnusableException">No such terminal, or its keys don't open, or they are not those the attempt was made for.</exception>
    internal async Task<TerminalKeys> OpenAsync(GatewayTerminal terminal)
    {
        if (!_opened.TryGetValue(terminal.TerminalId, out var keys))
        {
            await using var db = await contexts.CreateDbContextAsync();
            var stored = await db.Set<KvellTerminal>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == terminal.TerminalId)
                ?? throw new GatewayUnusableException("Терминал KVELL не найден.");
            keys = _opened.GetOrAdd(stored.Id, _ => TerminalKeys.Open(stored, seals));
        }

        if (keys.ApiKey != terminal.ApiKey || keys.IsTest != terminal.IsTest)
            throw new GatewayUnusableException("Терминал KVELL не тот, которым начата выплата.");
        return keys;
    }
}
