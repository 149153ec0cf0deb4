using Kvell.Domain.Settings;

namespace Kvell.Infrastructure.Gateway.Signing;

/// <summary>
/// «Внешний OpenSSL». The program is given a digest, 32 bytes through its standard input, and never the body: a body holds a full
/// card number, and a digest of one without the terminal's secret could be guessed back to it, so neither is ever put in a file.
/// <c>pkeyutl</c> with <c>digest:sha256</c> makes of it the very bytes that <c>dgst -sha256 -sign</c> makes of the body.
/// </summary>
public sealed class OpenSslSigner(OpenSslProgram program) : IDisposable
{
    /// <summary>Two for a queue that stands still; a payout's lease outlives it, and what waits longer is not sent.</summary>
    public static readonly TimeSpan LongestWait = OpenSslProcess.Longest * 2;

    // A signature is arithmetic: more processes than processors only slow each other down.
    private readonly SemaphoreSlim _processors = new(Environment.ProcessorCount);

    /// <exception cref="OpenSslException">No signature, or a wrong one.</exception>
    internal async Task<byte[]> SignAsync(string path, SigningKey key, byte[] digest, CancellationToken cancellationToken)
    {
        await program.VersionAsync(path, cancellationToken);
        if (!await _processors.WaitAsync(LongestWait, cancellationToken))
            throw new OpenSslException(SigningTrial.Failed, "OpenSSL занят другими подписями, запрос к KVELL не отправлен.");
        try
        {
            return await RunAsync(path, key, digest, cancellationToken);
        }
        catch (IOException failure)
        {
            throw new OpenSslException(SigningTrial.Failed, "На сервере не записался временный файл для OpenSSL, запрос к KVELL не отправлен.", failure.Message, failure);
        }
        finally
        {
            _processors.Release();
        }
    }

    public void Dispose() => _processors.Dispose();

    private static async Task<byte[]> RunAsync(string path, SigningKey key, byte[] digest, CancellationToken cancellationToken)
    {
        using var passphrase = new OneTimePassphrase();
        using var file = await OpenSslKeyFile.WriteAsync(key.ExportEncryptedPem(passphrase.Text), cancellationToken);
        string[] arguments =
        [
            "pkeyutl", "-sign", "-inkey", file.Path, "-passin", passphrase.Argument, "-pkeyopt", "digest:sha256", "-pkeyopt", "rsa_padding_mode:pkcs1",
        ];
        var run = await OpenSslProcess.RunAsync(path, arguments, digest, passphrase, cancellationToken);
        if (run.ExitCode != 0)
            throw new OpenSslException(SigningTrial.Failed, "OpenSSL не создал подпись, запрос к KVELL не отправлен.", run.Words);

        // A program that calls itself OpenSSL and signs something else would only be found out by the gateway.
        return key.Verify(digest, run.Output)
            ? run.Output
            : throw new OpenSslException(SigningTrial.Failed, "OpenSSL создал неверную подпись, запрос к KVELL не отправлен.", run.Words);
    }
}
