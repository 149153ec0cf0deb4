using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Pledges.Issue;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <param name="Refusal">About the whole; fields speak by <see cref="Fields"/>.</param>
/// <param name="OperationIds">In the tickets' order: made now, or found where it was posted before.</param>
public sealed record PostResult(Refusal? Refusal, IReadOnlyList<FieldRefusal> Fields, IReadOnlyList<Guid> OperationIds)
{
    public bool IsPosted => OperationIds.Count > 0;

    internal static PostResult Refuse(string sentence) => new(new Refusal(sentence), [], []);
}

/// <summary>
/// «Провести»: one «Операция по залогу» for each ticket, with client, questionnaire, items and numbers, in one commit.
/// It posts what the database holds, not what a page remembers; pressed twice, in two windows or two processes, the
/// draft's token lets one of them post and the other finds the documents.
/// </summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class PostPledges(IDbContextFactory<KvellDbContext> contexts, StoredRules rules, TimeProvider time) : IUseCase
{
    /// <param name="seenVersion">The content's version that the page shows; null posts whatever was saved last.</param>
    public async Task<PostResult> ExecuteAsync(Actor actor, Guid draftId, int? seenVersion, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return await contexts.DecideAsync(db => PostAsync(db, actor, draftId, seenVersion, cancellationToken), cancellationToken);
    }

    private async Task<PostResult> PostAsync(KvellDbContext db, Actor actor, Guid draftId, int? seenVersion, CancellationToken cancellationToken)
    {
        var draft = await db.Set<GroupDraft>().SingleAsync(row => row.Id == draftId, cancellationToken);
        actor.DemandBranch(draft.BranchId);
        if (draft.PostedAt is not null)
            return new PostResult(null, [], await PostedAsync(db, draftId, cancellationToken));
        if (draft.ClosedAt is not null)
            return PostResult.Refuse("Оформление завершено: начните новое.");
        if (seenVersion is not null && seenVersion != draft.ContentVersion)
            return PostResult.Refuse("Черновик открыт в другом окне и там изменён. Продолжите здесь и проверьте данные.");

        var now = time.GetUtcNow().UtcDateTime;
        var branch = await db.Set<Branch>().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
        var form = DraftContent.Read(draft.Content);
        var terms = await IssueGate.ReadTermsAsync(db, branch, cancellationToken);
        var blanks = await db.PrintedBlanksAsync(draftId, cancellationToken);
        var tickets = GroupRules.TicketsOf(form);
        List<FieldRefusal> fields =
        [
            .. GroupRules.Check(form, now, branch.Zone).Where(refusal => IssueRules.Blocks(refusal, terms)),
            .. await rules.CheckAsync(db, form, branch, cancellationToken),
            .. await IssueGate.BlocksOfAsync(db, form, tickets, blanks, terms, now, cancellationToken),
        ];
        if (fields.Count > 0)
        {
            // The draft was read before the clients: in between another window may have posted this very draft, and with
            // it the client that now looks like a double.
            await db.Entry(draft).ReloadAsync(cancellationToken);
            return draft.PostedAt is null
                ? new PostResult(null, fields, [])
                : new PostResult(null, [], await PostedAsync(db, draftId, cancellationToken));
        }

        if (blanks.FirstOrDefault(blank => tickets.All(ticket => ticket.Ordinal != blank.Key)) is { Value: { } orphan } printed)
            return PostResult.Refuse($"{PledgeTicket.NameOf(printed.Key)} напечатан на бланке {orphan}, а предметов в нём нет. Отметьте бланк испорченным.");

        var operations = await new PledgeDocuments(db, draft, branch, form, actor, now).AddAsync(tickets, blanks, cancellationToken);
        draft.MarkPosted(now);
        await db.SaveChangesAsync(cancellationToken);
        return new PostResult(null, [], [.. operations.Select(operation => operation.Id)]);
    }

    private static async Task<IReadOnlyList<Guid>> PostedAsync(KvellDbContext db, Guid draftId, CancellationToken cancellationToken) =>
        await db.OperationsOf(draftId).Select(row => row.Operation.Id).ToListAsync(cancellationToken);
}
