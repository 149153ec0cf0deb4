using System.Buffers;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>What has come so far: a reply that breaks off keeps its status and its beginning for the log.</summary>
internal sealed class PartialReply
{
    private readonly ArrayBufferWriter<byte> _body = new();

    public int? Status { get; set; }

    public string? RequestId { get; set; }

    public string? Charset { get; set; }

    public ReadOnlyMemory<byte> Bytes => _body.WrittenMemory;

    /// <exception cref="UnreadableReplyException">More than <paramref name="most"/> bytes; the rest isn't read.</exception>
    public async Task FillAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        while (await stream.ReadAsync(_body.GetMemory(8 * 1024), cancellationToken) is var read and > 0)
        {
            _body.Advance(read);
            if (_body.WrittenCount > most)
                throw new UnreadableReplyException("он длиннее 1 МиБ");
        }
    }
}
