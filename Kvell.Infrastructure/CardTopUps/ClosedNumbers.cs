using Kvell.Domain.CardTopUps;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>Has KVELL asked about the numbers that were refused, before the same loan is given in cash or zeroed (rule 14).</summary>
public interface IClosedNumbers
{
    /// <summary>Ends when each was asked; what came back stands in the rows, and they say whether it is enough.</summary>
    /// <param name="askedAt">UTC. An older answer doesn't count.</param>
    Task AskAsync(IReadOnlyCollection<Guid> topUpIds, DateTime askedAt);
}

public sealed class ClosedNumbers(TopUpSender sender) : IClosedNumbers
{
    public Task AskAsync(IReadOnlyCollection<Guid> topUpIds, DateTime askedAt)
    {
        var visit = new TopUpVisit(new TopUpIntent.AskClosed(askedAt));
        return sender.Start([.. topUpIds.Select(id => (id, visit))]);
    }
}
