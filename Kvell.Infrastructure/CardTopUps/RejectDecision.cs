using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>«Не подтверждать»: another person than the one who proposed it (rule 13); the outcome stays as it was.</summary>
[AllowedTo(UserRole.FullRights, UserRole.Administrator)]
public sealed class RejectDecision(TopUpDecisions decisions) : IUseCase
{
    /// <param name="proposalId">The proposal that the person saw.</param>
    /// <returns>Why not; null where it is rejected.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid topUpId, Guid proposalId, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var refusals = await decisions.DecideAsync(
            actor,
            topUpId,
            (topUp, now, _) =>
            {
                if (DecisionSpeech.ObstacleToDecide(topUp, proposalId, actor, now) is { } obstacle)
                    return [new Refusal(obstacle)];
                topUp.RejectDecision(actor, now);
                return [];
            },
            cancellationToken);
        return refusals is [var why, ..] ? why : null;
    }
}
