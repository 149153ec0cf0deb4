using Kvell.Domain.Branches;
using Kvell.Infrastructure.Persistence;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>«Можно выдавать», as a press must obey it.</summary>
public interface IIssueGate
{
    /// <param name="payable">The loans that the press would pay.</param>
    /// <returns>What forbids it, in a sentence; null when nothing does.</returns>
    Task<string?> RefusalOfAsync(KvellDbContext db, Guid draftId, Branch branch, IReadOnlyList<GroupLoan> payable, DateTime now, CancellationToken cancellationToken);
}
