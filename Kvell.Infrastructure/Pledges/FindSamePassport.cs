using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>The client who has the typed document already: offered instead of a double.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class FindSamePassport(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    public async Task<PledgorHit?> ExecuteAsync(Actor actor, PledgorForm form, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        if (TypedText.IsBlank(form.Number))
            return null;
        var (key, own) = (form.DocumentKey, form.PledgorId);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var same = await db.Set<Pledgor>().AsNoTracking()
            .SingleOrDefaultAsync(pledgor => pledgor.DocumentKey == key && pledgor.Id != own, cancellationToken);
        return same is null ? null : new PledgorHit(same.Id, same.Name.Full, same.BirthDate, same.Document.Brief);
    }
}
