using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>«Продолжить без проверки»: one press may go on though KVELL can't be asked about what it refused (rule 14).</summary>
[AllowedTo(UserRole.FullRights)]
public sealed class ContinueWithoutCheck(TopUpDecisions decisions) : IUseCase
{
    public const string ReasonField = "waiver-reason";

    /// <returns>Why not; null where the next press may go on.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, Guid topUpId, string reason, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        if (DecisionForm.CheckReason(reason, ReasonField) is { } refusal)
            return refusal;
        var refusals = await decisions.DecideAsync(
            actor,
            topUpId,
            (topUp, now, zone) =>
            {
                if (DecisionSpeech.ObstacleToContinue(topUp, now) is { } obstacle)
                    return [new Refusal(obstacle)];
                topUp.ContinueWithoutCheck(TypedText.Trimmed(reason), actor, now, zone);
                return [];
            },
            cancellationToken);
        return refusals is [var why, ..] ? why : null;
    }
}
