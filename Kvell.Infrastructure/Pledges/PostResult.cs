using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Forms;

namespace Kvell.Infrastructure.Pledges;

/// <param name="Refusal">About the whole; fields speak by <see cref="Fields"/>.</param>
/// <param name="OperationIds">In the tickets' order: made now, or found where it was posted before.</param>
public sealed record PostResult(Refusal? Refusal, IReadOnlyList<FieldRefusal> Fields, IReadOnlyList<Guid> OperationIds)
{
    public bool IsPosted => OperationIds.Count > 0;

    /// <summary>Nothing stands against posting, but the receipt is printed with it: the payment kinds are asked for first.</summary>
    public bool AsksKinds { get; init; }

    /// <summary>What there is to say about the receipts; null where there is nothing.</summary>
    public string? Sentence { get; init; }

    /// <summary>Receipts were printed now: there is something to put on paper.</summary>
    public bool HasPaper { get; init; }

    internal static PostResult KindsFirst { get; } = new(null, [], []) { AsksKinds = true };

    internal static PostResult Refuse(string sentence) => new(new Refusal(sentence), [], []);

    internal static PostResult Posted(IReadOnlyList<Guid> operationIds) => new(null, [], operationIds);
}
