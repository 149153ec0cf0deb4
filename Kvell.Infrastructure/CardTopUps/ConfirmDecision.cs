using Kvell.Domain.Common;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>«Подтвердить решение»: another person than the one who proposed it (rule 13).</summary>
[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class ConfirmDecision(TopUpDecisions decisions) : IUseCase
{
    /// <param name="proposalId">The proposal that the person saw.</param>
    /// <returns>Why not; null where it is decided.</returns>
    public Task<Refusal?> ExecuteAsync(Actor actor, Guid topUpId, Guid proposalId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return decisions.AnswerAsync(actor, topUpId, proposalId, (topUp, now) => topUp.ConfirmDecision(actor, now), cancellationToken);
    }
}
