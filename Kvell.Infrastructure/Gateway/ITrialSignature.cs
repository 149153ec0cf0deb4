using Kvell.Domain.Branches;
using Kvell.Domain.Settings;

namespace Kvell.Infrastructure.Gateway;

/// <summary>What a trial came to.</summary>
/// <param name="KeysOpen">False when the terminal's secret or private key can't be opened or doesn't sign.</param>
public sealed record TrialResult(bool KeysOpen, SigningTrial Signing);

/// <summary>Tries a terminal's keys, and what signs with them, before anybody relies on them.</summary>
public interface ITrialSignature
{
    /// <param name="terminal">Null, or without keys: only what signs is tried.</param>
    Task<TrialResult> TryAsync(KvellTerminal? terminal, SigningSettings signing);
}
