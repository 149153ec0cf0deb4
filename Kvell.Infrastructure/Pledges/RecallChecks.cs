using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>What earlier drafts found out about whoever is being typed in, recorded or not.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class RecallChecks(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<KnownChecks> ExecuteAsync(Actor actor, PledgorForm form, DateOnly today, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        if (TypedText.IsBlank(form.Number))
            return new KnownChecks(null, null);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.KnownChecksAsync(form, today, cancellationToken);
    }
}
