using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Gateway;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Issue;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kvell.Infrastructure.Live;

/// <summary>Appends a <see cref="Change"/> for what a list or a page shows, in the very commit that changes it.</summary>
public sealed class ChangeRecorder(ChangeSignal signal, TimeProvider time) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Tell(eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Tell(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Forget(eventData.Context!);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context!);
        return Task.CompletedTask;
    }

    private void Record(DbContext context)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var subjects = context.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => SubjectOf(entry.Entity))
            .OfType<Subject>()
            .Distinct()
            .ToList();
        foreach (var (kind, id, branchId) in subjects)
            context.Add(new Change { Kind = kind, SubjectId = id, BranchId = branchId, At = now });
    }

    private void Tell(DbContext context)
    {
        if (Forget(context))
            signal.Ring();
    }

    /// <summary>A context may save again, after a conflict or another step: its next commit tells its own changes only.</summary>
    private static bool Forget(DbContext context)
    {
        var told = context.ChangeTracker.Entries<Change>().ToList();
        foreach (var entry in told)
            entry.State = EntityState.Detached;
        return told.Count > 0;
    }

    private static Subject? SubjectOf(object entity) => entity switch
    {
        GroupDraft draft => new Subject(ChangeKind.Draft, draft.Id, draft.BranchId),
        PledgeOperation operation => new Subject(ChangeKind.Operation, operation.Id, operation.BranchId),
        CardTopUp topUp => new Subject(ChangeKind.TopUp, topUp.Id, topUp.BranchId),
        GatewayRequest request => new Subject(ChangeKind.RequestLog, request.Id, request.BranchId),
        TicketBlank blank => new Subject(ChangeKind.Blanks, blank.BranchId, blank.BranchId),
        KvellUser user => new Subject(ChangeKind.User, user.Id, null),
        EndedSession session => new Subject(ChangeKind.User, session.Id, null),
        Branch branch => new Subject(ChangeKind.Branch, branch.Id, branch.Id),
        KvellTerminal terminal => new Subject(ChangeKind.Branch, terminal.BranchId, terminal.BranchId),
        SettingsRow or Tariff or FullCostCap or StopListEntry => new Subject(ChangeKind.Settings, Guid.Empty, null),
        ServerCheck => new Subject(ChangeKind.Servers, Guid.Empty, null),
        _ => null,
    };

    private sealed record Subject(ChangeKind Kind, Guid Id, Guid? BranchId);
}
