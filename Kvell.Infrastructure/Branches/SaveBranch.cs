using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Branches;

/// <summary>A new branch with the counters of its documents.</summary>
[AllowedTo(UserRole.Administrator)]
public sealed class CreateBranch(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    /// <returns>The new branch's id, or why there is none.</returns>
    public async Task<(Guid? Id, SaveAnswer Answer)> ExecuteAsync(Actor actor, BranchForm form, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        if (form.Check() is { Count: > 0 } refusals)
            return (null, SaveAnswer.Refuse(refusals));
        return await contexts.DecideAsync<(Guid?, SaveAnswer)>(
            async db =>
            {
                if (await db.PrefixRefusalAsync(form, null, cancellationToken) is { } taken)
                    return (null, SaveAnswer.Refuse(taken));
                var branch = Branch.Create(Guid.CreateVersion7(), form, actor, time.GetUtcNow().UtcDateTime);
                db.Add(branch);
                db.AddRange(Enum.GetValues<DocumentKind>().Select(kind => DocumentCounter.Start(branch.Id, kind)));
                await db.SaveChangesAsync(cancellationToken);
                return (branch.Id, SaveAnswer.Done);
            },
            cancellationToken);
    }
}

[AllowedTo(UserRole.Administrator)]
public sealed class SaveBranch(IDbContextFactory<KvellDbContext> contexts, TimeProvider time) : IUseCase
{
    public async Task<SaveAnswer> ExecuteAsync(Actor actor, Guid id, BranchForm form, int seenVersion, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        if (form.Check() is { Count: > 0 } refusals)
            return SaveAnswer.Refuse(refusals);
        return await contexts.DecideAsync(
            async db =>
            {
                var branch = await db.Set<Branch>().SingleAsync(row => row.Id == id, cancellationToken);
                if (branch.Version != seenVersion)
                    return SaveAnswer.Stale;
                if (await RefusalAsync(db, branch, form, cancellationToken) is { } refusal)
                    return SaveAnswer.Refuse(refusal);
                if (branch.Change(form, actor, time.GetUtcNow().UtcDateTime) is { } correction)
                    db.Add(correction);
                await db.SaveChangesAsync(cancellationToken);
                return SaveAnswer.Done;
            },
            cancellationToken);
    }

    private static async Task<Refusal?> RefusalAsync(KvellDbContext db, Branch branch, BranchForm form, CancellationToken cancellationToken)
    {
        if (form.Prefix != branch.DocumentPrefix && await db.HasDocumentsAsync(branch.Id, cancellationToken))
            return new Refusal($"Префикс {branch.DocumentPrefix} уже стоит в номерах документов и больше не меняется", BranchForm.PrefixField);
        form.TryRead(out _, out _, out var cash);
        if (branch.BalanceAfter(cash) < Money.Zero)
            return new Refusal($"После такой поправки остаток по кассе станет меньше нуля. Поставьте не меньше {branch.OpeningCash - branch.CashBalance}", BranchForm.CashField);
        return await db.PrefixRefusalAsync(form, branch.Id, cancellationToken);
    }
}

internal static class BranchQueries
{
    /// <summary>A number was given to some document of the branch.</summary>
    public static Task<bool> HasDocumentsAsync(this KvellDbContext db, Guid branchId, CancellationToken cancellationToken) =>
        db.Set<DocumentCounter>().AnyAsync(counter => counter.BranchId == branchId && counter.Last > 0, cancellationToken);

    public static async Task<Refusal?> PrefixRefusalAsync(this KvellDbContext db, BranchForm form, Guid? own, CancellationToken cancellationToken)
    {
        var prefix = form.Prefix;
        var other = await db.Set<Branch>().AsNoTracking().FirstOrDefaultAsync(branch => branch.DocumentPrefix == prefix && branch.Id != own, cancellationToken);
        return other is null ? null : new Refusal($"Префикс {prefix} занят: филиал «{other.Name}». Выберите другой", BranchForm.PrefixField);
    }
}
