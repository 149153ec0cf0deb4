using System.ComponentModel;
using System.Diagnostics;
using Kvell.Domain.Settings;

namespace Kvell.Infrastructure.Gateway.Signing;

/// <summary>What a run of the program gave.</summary>
internal sealed record OpenSslRun(int ExitCode, byte[] Output, string Words);

/// <summary>Runs the program once, with a limit on its time: a process that hangs is killed with all it started.</summary>
internal static class OpenSslProcess
{
    /// <summary>A signature takes some 50 ms; a machine that is short of breath takes longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const int MostOutput = 64 * 1024;

    /// <summary>Our own environment may hold a connection string: the program gets only what it needs to be found and to run.</summary>
    private static readonly string[] Passed =
        ["PATH", "LD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR", "OPENSSL_CONF", "OPENSSL_MODULES", "OPENSSL_ENGINES"];

    /// <param name="input">What the program reads, to its end.</param>
    /// <param name="passphrase">Handed over once it runs; null when it needs none.</param>
    /// <exception cref="OpenSslException">It doesn't start, or not in time.</exception>
    public static async Task<OpenSslRun> RunAsync(
        string path, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, OneTimePassphrase? passphrase, CancellationToken cancellationToken)
    {
        using var process = Start(path, arguments);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            var words = process.StandardError.ReadToEndAsync(limit.Token);
            var output = ReadAsync(process, limit.Token);
            if (passphrase is not null)
                await passphrase.HandOverAsync(limit.Token);
            await FeedAsync(process, input, limit.Token);
            await Task.WhenAll(words, output, process.WaitForExitAsync(limit.Token));
            return new OpenSslRun(process.ExitCode, await output, await words);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new OpenSslException(SigningTrial.Failed, $"OpenSSL не ответил за {Longest.TotalSeconds:0} с, запрос к KVELL не отправлен.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string path, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Except(Passed, StringComparer.OrdinalIgnoreCase).ToList())
            start.Environment.Remove(name);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new OpenSslException(SigningTrial.WrongPath, "Программа по пути к OpenSSL на этом сервере не запускается.", failure.Message, failure);
        }
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has gone without reading: its exit code and its words tell more.
            return;
        }
    }

    /// <summary>A signature is half a kilobyte; a program that floods us isn't OpenSSL, and is stopped at once.</summary>
    private static async Task<byte[]> ReadAsync(Process process, CancellationToken cancellationToken)
    {
        var bytes = new byte[MostOutput];
        var length = await process.StandardOutput.BaseStream.ReadAtLeastAsync(bytes, MostOutput, throwOnEndOfStream: false, cancellationToken);
        if (length < MostOutput)
            return bytes[..length];
        process.Kill(entireProcessTree: true);
        throw new OpenSslException(SigningTrial.NotOpenSsl, "Программа по пути к OpenSSL отвечает не так, как OpenSSL.");
    }
}
