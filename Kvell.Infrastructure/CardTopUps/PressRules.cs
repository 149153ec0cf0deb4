using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>How a press finds the loans that it is for.</summary>
/// <param name="Refusal">The sentence that ends the press, or null.</param>
/// <param name="Misdated">Loans that it would pay, on another day than theirs.</param>
/// <param name="Blocked">What forbids giving out the loans that it would pay; payouts under way are looked after all the same.</param>
public sealed record PressCheck(string? Refusal, IReadOnlyList<GroupLoan> Loans, Branch Branch, IReadOnlyList<GroupLoan> Misdated, string? Blocked)
{
    /// <summary>The loan's date guard: a payout starts only on the operation's date in the branch's zone.</summary>
    public string? WrongDay => Misdated.Count == 0 ? null : $"Займ датирован {Russian.Date(Misdated[0].Operation.LoanDate)}. Выплата на карту возможна только в день займа.";
}

/// <summary>
/// The button's steps 0–3 (desk.md §3), in their order, each from the database and not from what the page remembers.
/// </summary>
public sealed class PressRules(IGroupDraftFacts drafts, IIssueGate gate, KvellReadinessCheck readiness, TimeProvider clock)
{
    public const string CashEntered =
        "Введена оплата наличными: выплата на карту не отправлена. Чтобы выплатить на карту, уберите наличные.";

    /// <exception cref="AccessDeniedException">An unknown draft, another branch's, or an operation that isn't the draft's.</exception>
    public async Task<PressCheck> CheckAsync(KvellDbContext db, Actor actor, LoanScope scope, CancellationToken cancellationToken)
    {
        var facts = await drafts.ReadAsync(db, scope.DraftId, cancellationToken) ?? throw new AccessDeniedException();
        actor.DemandDesk(facts.BranchId);
        var branch = await db.Set<Branch>().SingleAsync(row => row.Id == facts.BranchId, cancellationToken);
        var loans = await GroupLoan.LoadAsync(db, scope, cancellationToken);
        if (scope.OperationId is not null && loans.Count == 0)
            throw new AccessDeniedException();
        var ready = await readiness.CheckAsync(db, facts.BranchId, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var refusal = ready switch
        {
            { IsReady: false } => ready.Sentence,
            _ when facts.IsCashTyped || loans.Any(loan => loan.Operation.CashAmount.IsPositive) => CashEntered,
            _ => scope.OperationId is null ? NotPosted(facts, loans) : null,
        };
        var payable = loans.Where(loan => loan.IsPayable).ToList();
        var blocked = refusal is null && payable.Count > 0 ? await gate.RefusalOfAsync(db, scope.DraftId, branch, payable, now, cancellationToken) : null;
        return new PressCheck(refusal, loans, branch, payable.FindAll(loan => !LoanDay.Of(loan.Operation.LoanDate, branch.Zone).Covers(now)), blocked);
    }

    private static string? NotPosted(GroupDraftFacts facts, IReadOnlyList<GroupLoan> loans)
    {
        var missing = facts.TicketNames.Except(loans.Select(loan => loan.Ticket.Name)).ToList();
        if (missing.Count == 0 && loans.Count > 0)
            return null;
        var named = missing.Count == 0 ? "" : $": {string.Join(", ", missing)}";
        return $"Нет проведённой операции по залогу{named}. Нажмите «Провести», потом повторите.";
    }
}
