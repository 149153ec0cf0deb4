using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Kvell.Tests.Gateway;

/// <summary>A request as its bytes came.</summary>
internal sealed class RawCall(NetworkStream stream, string head, byte[] body, CancellationToken stop)
{
    public string RequestLine { get; } = head.Split("\r\n")[0];

    /// <summary>By name, as sent.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; } = head.Split("\r\n").Skip(1)
        .Select(line => line.Split(": ", 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    public byte[] Body { get; } = body;

    public bool KeepsOpen { get; private set; }

    /// <summary>Ended when the test is.</summary>
    public CancellationToken Stop { get; } = stop;

    /// <returns>Null when the connection ended before a whole request.</returns>
    public static async Task<RawCall?> ReadAsync(NetworkStream stream, Action<int> received, CancellationToken stop)
    {
        var bytes = new List<byte>();
        var chunk = new byte[4096];
        int end;
        while ((end = Encoding.Latin1.GetString([.. bytes]).IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            if (!await MoreAsync())
                return null;
        }

        var head = Encoding.Latin1.GetString([.. bytes.Take(end)]);
        var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line
            ? int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture)
            : 0;
        while (bytes.Count < end + 4 + length)
        {
            if (!await MoreAsync())
                return null;
        }

        return new RawCall(stream, head, [.. bytes.Skip(end + 4)], stop);

        async Task<bool> MoreAsync()
        {
            var read = await stream.ReadAsync(chunk, stop);
            received(read);
            bytes.AddRange(chunk[..read]);
            return read > 0;
        }
    }

    public async Task WriteAsync(byte[] reply) => await stream.WriteAsync(reply, Stop);

    public async Task KeepAliveAsync(byte[] reply)
    {
        KeepsOpen = true;
        await WriteAsync(reply);
    }
}
