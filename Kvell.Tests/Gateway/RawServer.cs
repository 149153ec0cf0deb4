using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kvell.Tests.Gateway;

/// <summary>A server that answers with whatever bytes a test wants, and keeps what it received.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    // Not disposed: a test may hang up before its end, and it has no timer.
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RawCall, Task> _answer;
    private readonly ConcurrentBag<Task> _work = [];
    private readonly TaskCompletionSource<int> _firstClosed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RawServer(Func<RawCall, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _work.Add(AcceptAsync());
    }

    public Uri Url => new($"http://{_listener.LocalEndpoint}");

    public ConcurrentQueue<RawCall> Calls { get; } = new();

    public int Connections { get; private set; }

    /// <summary>How many bytes came over the first connection, once it is over.</summary>
    public Task<int> FirstConnectionBytes => _firstClosed.Task;

    /// <summary>Answers each request in its turn; hangs up after each unless <paramref name="answer"/> keeps the connection.</summary>
    public static RawServer Answering(Func<RawCall, Task> answer) => new(answer);

    /// <summary>These bytes, then it hangs up.</summary>
    public static RawServer Answering(byte[] reply) => new(call => call.WriteAsync(reply));

    /// <summary>As a sound server would: the connection stays.</summary>
    public static RawServer Answering(string json, int status = 200) => new(call => call.KeepAliveAsync(Http(json, status)));

    /// <summary>A whole and sound HTTP reply around a body.</summary>
    public static byte[] Http(string body, int status = 200, string headers = "Content-Type: application/json\r\n") =>
        Http(Encoding.UTF8.GetBytes(body), status, headers);

    public static byte[] Http(byte[] body, int status = 200, string headers = "Content-Type: application/json\r\n") =>
        [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status} X\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested)
            await _stop.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll(_work);
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptSocketAsync(_stop.Token);
            }
            catch (Exception ending) when (ending is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            Connections++;
            _work.Add(ServeAsync(socket));
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        var received = 0;
        try
        {
            while (await RawCall.ReadAsync(stream, read => received += read, _stop.Token) is { } call)
            {
                Calls.Enqueue(call);
                await _answer(call);
                if (!call.KeepsOpen)
                    return;
            }
        }
        catch (Exception ending) when (ending is OperationCanceledException or IOException)
        {
            // The client hung up, or the test is over.
        }
        finally
        {
            _firstClosed.TrySetResult(received);
        }
    }
}
