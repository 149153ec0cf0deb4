using Kvell.Infrastructure.Persistence;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>What a draft says of payment before it is posted, as the database has it.</summary>
/// <param name="TicketNames">«Билет №01», … of the typed items.</param>
public sealed record GroupDraftFacts(Guid BranchId, IReadOnlyList<string> TicketNames, bool IsCashTyped);

public interface IGroupDraftFacts
{
    /// <returns>Null for an unknown draft.</returns>
    Task<GroupDraftFacts?> ReadAsync(KvellDbContext db, Guid draftId, CancellationToken cancellationToken);
}
