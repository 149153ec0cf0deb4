namespace Kvell.Tests.RequestLog;

/// <summary>Takes what is written and keeps nothing of it; looks at what the process holds meanwhile.</summary>
internal sealed class Sink : Stream
{
    private const int BytesBetweenLooks = 250_000;

    private readonly long _heldBefore = GC.GetTotalMemory(forceFullCollection: true);
    private long _lookAt;

    public long Bytes { get; private set; }

    public long Writes { get; private set; }

    /// <summary>Bytes of live objects more than before, at the worst look.</summary>
    public long MostHeld { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Take(count);

    public override void Write(ReadOnlySpan<byte> buffer) => Take(buffer.Length);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Take(buffer.Length);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Take(count);
        return Task.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Take(int count)
    {
        Bytes += count;
        Writes++;
        if (Bytes < _lookAt)
            return;
        _lookAt = Bytes + BytesBetweenLooks;
        MostHeld = Math.Max(MostHeld, GC.GetTotalMemory(forceFullCollection: true) - _heldBefore);
    }
}
