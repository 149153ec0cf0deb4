using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Pledges.Issue;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Receipts;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>
/// «Провести»: one «Операция по залогу» for each ticket, with client, questionnaire, items and numbers, in one commit.
/// It posts what the database holds, not what a page remembers; pressed twice, in two windows or two processes, the
/// draft's token lets one of them post and the other finds the documents. Whether the receipts are printed in that commit
/// too is the setting's to say, as the commit reads it.
/// </summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class PostPledges(
    IDbContextFactory<KvellDbContext> contexts, StoredRules rules, KvellReadinessCheck readiness, ReceiptHandOver handOver, TimeProvider time) : IUseCase
{
    public const string SwitchedMeanwhile = "Проведено, чек не пробит: в настройках его печать перенесли на кнопку. Нажмите «Печать чека».";

    /// <param name="seenVersion">The content's version that the page shows; null posts whatever was saved last.</param>
    /// <param name="areKindsChosen">
    /// «Провести и пробить чек»: the draft's cash is what the person chose when asked. Without it, where the receipt is printed with the posting,
    /// the answer asks for the payment kinds.
    /// </param>
    public async Task<PostResult> ExecuteAsync(Actor actor, Guid draftId, int? seenVersion, bool areKindsChosen, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var press = new Press(actor, draftId, seenVersion, areKindsChosen);
        var (result, receipts) = await contexts.DecideAsync(db => PostAsync(db, press, cancellationToken), cancellationToken);
        return receipts.Count == 0 ? result : result with { Sentence = await handOver.SayAsync(result.Sentence!, receipts), HasPaper = true };
    }

    private async Task<(PostResult Result, IReadOnlyList<Receipt> Receipts)> PostAsync(KvellDbContext db, Press press, CancellationToken cancellationToken)
    {
        var (actor, draftId, seenVersion, areKindsChosen) = press;
        var draft = await db.Set<GroupDraft>().SingleAsync(row => row.Id == draftId, cancellationToken);
        actor.DemandDesk(draft.BranchId);
        if (draft.PostedAt is not null)
            return (await PostedAsync(db, draftId, cancellationToken), []);
        if (draft.ClosedAt is not null)
            return (PostResult.Refuse("Оформление завершено: начните новое."), []);
        if (seenVersion is not null && seenVersion != draft.ContentVersion)
            return (PostResult.Refuse("Черновик открыт в другом окне и там изменён. Продолжите здесь и проверьте данные."), []);

        var now = time.GetUtcNow().UtcDateTime;
        var branch = await db.Set<Branch>().SingleAsync(row => row.Id == draft.BranchId, cancellationToken);
        var form = DraftContent.Read(draft);
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
            return (draft.PostedAt is null ? new PostResult(null, fields, []) : await PostedAsync(db, draftId, cancellationToken), []);
        }

        if (blanks.FirstOrDefault(blank => tickets.All(ticket => ticket.Ordinal != blank.Key)) is { Value: { } orphan } printed)
            return (PostResult.Refuse($"{PledgeTicket.NameOf(printed.Key)} напечатан на бланке {orphan}, а предметов в нём нет. Отметьте бланк испорченным."), []);
        var receipt = ReceiptRules.OnPosting(await db.PrintsReceiptByButtonAsync(cancellationToken), areKindsChosen);
        if (receipt == PostingReceipt.AskKinds)
            return (PostResult.KindsFirst, []);

        var posted = await new PledgeDocuments(db, draft, branch, form, actor, now).AddAsync(tickets, blanks, cancellationToken);
        var result = PostResult.Posted([.. posted.Select(row => row.Operation.Id)]);
        IReadOnlyList<Receipt> receipts = [];
        if (receipt == PostingReceipt.Print)
        {
            var issue = new ReceiptIssue(db, branch, await KvellReadinessFacts.ReadAsync(readiness, db, branch.Id, cancellationToken), actor, now);
            foreach (var (row, ticket) in posted.Zip(tickets))
            {
                // All or nothing: a loan that can't be given as typed isn't posted either.
                if (issue.Try(new LoanInReceipts(row.Ticket, row.Operation, TopUp: null), now) is { } sentence)
                    return (PostResult.Refuse($"Не проведено. {ticket.Name}: {sentence}."), []);
            }

            (result, receipts) = (result with { Sentence = issue.Words.Sentence }, issue.Receipts);
        }
        else if (areKindsChosen)
        {
            result = result with { Sentence = SwitchedMeanwhile };
        }

        draft.MarkPosted(now);
        await db.SaveChangesAsync(cancellationToken);
        return (result, receipts);
    }

    private static async Task<PostResult> PostedAsync(KvellDbContext db, Guid draftId, CancellationToken cancellationToken) =>
        PostResult.Posted(await db.OperationsOf(draftId).Select(row => row.Operation.Id).ToListAsync(cancellationToken));

    private sealed record Press(Actor Actor, Guid DraftId, int? SeenVersion, bool AreKindsChosen);
}
