using System.Collections.Concurrent;
using System.Security.Cryptography;
using Kvell.Domain.Branches;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Gateway.Signing;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>
/// Tries a terminal's keys for readiness. What signed once is remembered for the same key and the same program; a program that
/// was taken away or exchanged is noticed at once, and a failure is never remembered.
/// </summary>
public sealed class TerminalTrial(TerminalKeyring keyring, OpenSslProgram program, OpenSslSigner openSsl) : ITrialSignature
{
    private static readonly byte[] Digest = SHA256.HashData("trial"u8);

    private readonly ConcurrentDictionary<(Guid TerminalId, OpenSslStamp Program), bool> _signed = new();

    public async Task<TrialResult> TryAsync(KvellTerminal? terminal, SigningSettings signing)
    {
        var keys = terminal is { SealedSecret: not null, SealedPrivateKey: not null } ? keyring.TryOpen(terminal) : null;
        var isBroken = keys is null && terminal is { SealedSecret: not null, SealedPrivateKey: not null };
        try
        {
            if (signing.Kind == SigningKind.OpenSsl)
                await TryProgramAsync(signing.OpenSslPath, terminal, keys);
            return new TrialResult(!isBroken, SigningTrial.Good);
        }
        catch (OpenSslException failure)
        {
            return new TrialResult(!isBroken, failure.Trial);
        }
    }

    private async Task TryProgramAsync(string path, KvellTerminal? terminal, TerminalKeys? keys)
    {
        await program.VersionAsync(path, CancellationToken.None);
        if (keys is null)
            return;
        var tried = (terminal!.Id, OpenSslProgram.StampOf(path));
        if (_signed.ContainsKey(tried))
            return;
        await openSsl.SignAsync(path, keys.Key, Digest, CancellationToken.None);
        _signed[tried] = true;
    }
}
