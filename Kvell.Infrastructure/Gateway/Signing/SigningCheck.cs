using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Kvell.Domain.Settings;

namespace Kvell.Infrastructure.Gateway.Signing;

/// <summary>What a trial on one server gave.</summary>
/// <param name="Version">OpenSSL's answer; null where it isn't asked or didn't give one.</param>
/// <param name="Sentence">What came of it, for a person.</param>
public sealed record SigningReport(string Server, DateTime At, SigningKind Kind, bool IsGood, string? Version, string Sentence);

/// <summary>A trial of what signs on this server, with a key made for that: no terminal's key is needed.</summary>
public sealed class SigningCheck(OpenSslProgram program, RequestSigner signer, TimeProvider time)
{
    private const int TrialKeyBits = 2048;

    private static readonly byte[] Digest = SHA256.HashData("trial"u8);

    private readonly Lazy<SigningKey> _key = new(() => new SigningKey(RSA.Create(TrialKeyBits)));

    public async Task<SigningReport> RunAsync(SigningSettings signing, CancellationToken cancellationToken)
    {
        string? version = null;
        try
        {
            if (signing.Kind == SigningKind.OpenSsl)
                version = await program.VersionAsync(signing.OpenSslPath, cancellationToken);
            var key = await Task.Run(() => _key.Value, cancellationToken);
            var started = Stopwatch.GetTimestamp();
            var signature = await signer.SignAsync(signing, key, Digest, cancellationToken);
            var took = Stopwatch.GetElapsedTime(started);
            var said = string.Create(CultureInfo.InvariantCulture, $"RSA/SHA-256, {signature.Length} байт за {took.TotalMilliseconds:0} мс");
            return Report(signature.AsSpan().SequenceEqual(key.Sign(Digest)), signing.Kind == SigningKind.OpenSsl ? $"{said}, совпала со встроенной" : $"{said}, подпись верна");
        }
        catch (OpenSslException failure)
        {
            return Report(isGood: false, failure.Sentence);
        }

        SigningReport Report(bool isGood, string sentence) =>
            new(Environment.MachineName, time.GetUtcNow().UtcDateTime, signing.Kind, isGood, version, sentence);
    }
}
