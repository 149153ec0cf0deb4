using System.Net;
using System.Net.Http.Headers;
using Kvell.Domain.Gateway;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>
/// A body that is written once and knows whether its writing ever began. Until then the handler holds the headers in its
/// buffer, so <see cref="MayBegin"/>, asked right here, is asked before the first byte of the call.
/// </summary>
internal sealed class WatchedContent : HttpContent
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Shut = 2;

    private readonly byte[] _bytes;
    private readonly MayBegin _mayBegin;
    private int _state;

    public WatchedContent(byte[] bytes, MayBegin mayBegin)
    {
        (_bytes, _mayBegin) = (bytes, mayBegin);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool WasAbandoned { get; private set; }

    /// <summary>After this the body can't begin any more, however late a handler comes.</summary>
    /// <returns>Whether it had begun.</returns>
    public bool Close() => Interlocked.CompareExchange(ref _state, Shut, Waiting) == Begun;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (_state != Waiting)
            throw new InvalidOperationException("A body is sent once.");
        if (!_mayBegin())
        {
            WasAbandoned = true;
            throw new OperationCanceledException("Abandoned before the first byte.");
        }

        if (Interlocked.CompareExchange(ref _state, Begun, Waiting) != Waiting)
            throw new InvalidOperationException("The call is over.");
        await stream.WriteAsync(_bytes, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
