using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Cash;

/// <summary>«Внести» and «Изъять»: a line of the cash book that no receipt made.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class EnterCashMove(IDbContextFactory<KvellDbContext> contexts, TimeProvider clock) : IUseCase
{
    public async Task<SaveAnswer> ExecuteAsync(Actor actor, Guid branchId, CashForm form, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        actor.DemandDesk(branchId);
        if (form.Check() is { Count: > 0 } refusals)
            return SaveAnswer.Refuse(refusals);
        return await contexts.DecideAsync(
            async db =>
            {
                var branch = await db.Set<Branch>().SingleAsync(row => row.Id == branchId, cancellationToken);
                var move = form.ToMove();
                if (branch.CashBalance + move.Amount < Money.Zero)
                    return SaveAnswer.Refuse(new Refusal($"В кассе только {branch.CashBalance}: поставьте меньше", CashForm.AmountField));
                db.Add(branch.MoveCash(move, actor, clock.GetUtcNow().UtcDateTime));
                await db.SaveChangesAsync(cancellationToken);
                return SaveAnswer.Done;
            },
            cancellationToken);
    }
}
