using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>«Предложить решение» and «Вернуть на проверку»: the first of two persons (rule 13). Nothing is decided yet.</summary>
[AllowedTo(UserRole.FullRights)]
public sealed class ProposeDecision(TopUpDecisions decisions, ProtocolSettings settings) : IUseCase
{
    /// <returns>What is wrong, each at its field; nothing where it was proposed.</returns>
    public Task<IReadOnlyList<Refusal>> ExecuteAsync(Actor actor, Guid topUpId, DecisionForm form, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return decisions.DecideAsync(
            actor,
            topUpId,
            (topUp, now, zone) =>
            {
                if (DecisionSpeech.ObstacleTo(topUp, form.Choice ?? DecisionKind.NotPaid, now, zone) is { } obstacle)
                    return [new Refusal(obstacle)];
                if (form.Check(topUp.AnswerCountsFrom(settings), now, zone) is { Count: > 0 } refusals)
                    return refusals;
                topUp.ProposeDecision(form.ToProposal(now, zone), actor, now, settings);
                return [];
            },
            cancellationToken);
    }
}
