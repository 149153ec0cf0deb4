using System.IO.Pipes;
using System.Security.Cryptography;
using System.Text;

namespace Kvell.Infrastructure.Gateway.Signing;

/// <summary>
/// A passphrase for one call, handed over by a pipe of its own: it stands in no file, on no command line (which every user of the
/// machine can list) and in no environment. The standard input stays free for what is to be signed.
/// </summary>
internal sealed class OneTimePassphrase : IDisposable
{
    private readonly PipeStream _pipe;

    public OneTimePassphrase()
    {
        Text = RandomNumberGenerator.GetHexString(64, lowercase: true);
        if (OperatingSystem.IsWindows())
        {
            // No descriptors are inherited there by number; a pipe has a name, open to this user only.
            var name = $"kvell-{Guid.NewGuid():N}";
            _pipe = new NamedPipeServerStream(name, PipeDirection.Out, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
            Argument = $@"file:\\.\pipe\{name}";
        }
        else
        {
            var pipe = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            Argument = $"fd:{pipe.GetClientHandleAsString()}";
            _pipe = pipe;
        }
    }

    public string Text { get; }

    /// <summary>For <c>-passin</c>.</summary>
    public string Argument { get; }

    /// <summary>Once the program runs. Ends when the line lies in the pipe, or with the program's time.</summary>
    public async Task HandOverAsync(CancellationToken cancellationToken)
    {
        if (_pipe is NamedPipeServerStream named)
            await named.WaitForConnectionAsync(cancellationToken);
        else
            ((AnonymousPipeServerStream)_pipe).DisposeLocalCopyOfClientHandle();
        try
        {
            await _pipe.WriteAsync(Encoding.ASCII.GetBytes($"{Text}\n"), cancellationToken);
        }
        catch (IOException)
        {
            // The program has gone without asking: what it says at its end is the better explanation.
            return;
        }
    }

    public void Dispose() => _pipe.Dispose();
}
