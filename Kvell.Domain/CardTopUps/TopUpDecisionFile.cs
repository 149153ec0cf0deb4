using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>The bytes beside a journal's row.</summary>
public sealed class TopUpDecisionFile : IAppendOnly
{
    private TopUpDecisionFile()
    {
    }

    public Guid EntryId { get; private set; }

    public byte[] Bytes { get; private set; } = [];

    internal static TopUpDecisionFile Of(Guid entryId, byte[] bytes) => new() { EntryId = entryId, Bytes = bytes };
}
