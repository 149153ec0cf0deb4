using Kvell.Domain.CardTopUps;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.Lab.Bank;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Tests.Lab.Simulation;

/// <summary>What a run came to: the product's word for each loan against the bank's.</summary>
/// <param name="Double">Loans paid more than once.</param>
/// <param name="Lost">Loans whose outcome we have wrong: paid and not known to be, or the other way round, or another sum.</param>
/// <param name="Undecided">Loans whose outcome we don't know.</param>
/// <param name="Overpaid">Loans for which more left the drawer and the bank together than was lent.</param>
/// <param name="Findings">The loans behind the figures, and whatever else makes the run no proof.</param>
internal sealed record Verdict(int Count, int Double, int Lost, int Undecided, int Overpaid, int Seed, IReadOnlyList<string> Findings)
{
    public bool IsGood => Double == 0 && Lost == 0 && Undecided == 0 && Overpaid == 0 && Findings.Count == 0;

    public override string ToString() => $"simulate: {Count} top-ups, double {Double}, lost {Lost}, undecided {Undecided}, overpaid {Overpaid}, seed {Seed}";

    /// <param name="thrown">What came out of the product that the lab didn't throw in.</param>
    public static async Task<Verdict> OfAsync(KvellDbContext db, LabBank bank, IReadOnlyList<LabLoan> loans, int seed, IEnumerable<string> thrown)
    {
        var topUps = await db.Set<CardTopUp>().AsNoTracking().Include(row => row.Attempts).ToDictionaryAsync(row => row.Id);
        var zeroed = (await db.Set<PledgeOperation>().Where(row => row.ZeroedAt != null).Select(row => row.Id).ToListAsync()).ToHashSet();
        var paid = bank.Orders.Where(order => order.IsPaid).ToLookup(order => order.Loan);
        var judged = loans.Select(loan => (Loan: loan, TopUp: topUps[loan.TopUpId], Paid: paid[loan.Name].ToList())).ToList();
        var doubles = judged.Where(item => item.Paid.Count > 1).ToList();
        var undecided = judged.Where(item => IsOpen(item.TopUp)).ToList();
        var lost = judged.Where(item => !IsOpen(item.TopUp) && IsWrong(item.Loan, item.TopUp, item.Paid)).ToList();
        var given = await GivenInCashAsync(db);
        var overpaid = judged.Where(item => given[item.Loan.OperationId] + item.Paid.Sum(order => order.Kopecks) > item.Loan.Amount.Kopecks
            || (zeroed.Contains(item.Loan.OperationId) && (item.Paid.Count > 0 || given[item.Loan.OperationId] != 0))).ToList();
        return new Verdict(
            loans.Count, doubles.Count, lost.Count, undecided.Count, overpaid.Count, seed,
            [
                .. overpaid.Select(item => $"overpaid: {Describe(item.TopUp)}, the bank paid {item.Paid.Count}, the drawer {given[item.Loan.OperationId]} kopecks"),
                .. doubles.Select(item => $"double: {Describe(item.TopUp)}"),
                .. lost.Select(item => $"lost: {Describe(item.TopUp)}, the bank paid {item.Paid.Count}"),
                .. undecided.Select(item => $"undecided: {Describe(item.TopUp)}"),
                .. bank.Broken,
                .. thrown,
                .. given.Values.All(kopecks => kopecks == 0) ? ["nothing was given in cash: the run proves nothing about that"] : Array.Empty<string>(),
                .. await db.Set<LoanRevision>().AnyAsync() ? Array.Empty<string>() : ["no loan was re-dated: the run proves nothing about that"],
                .. paid.Count * 2 < loans.Count ? [$"only {paid.Count} loans were paid: the run proves nothing"] : Array.Empty<string>(),
            ]);
    }

    /// <returns>Kopecks that left the drawer for good, by operation: receipts less their returns.</returns>
    private static async Task<Dictionary<Guid, long>> GivenInCashAsync(KvellDbContext db)
    {
        var receipts = await db.Set<Receipt>().AsNoTracking().ToListAsync();
        var given = await db.Set<PledgeOperation>().Select(row => row.Id).ToDictionaryAsync(id => id, _ => 0L);
        foreach (var receipt in receipts)
            given[receipt.OperationId] += receipt.Kind == ReceiptKind.Issue ? receipt.Cash.Kopecks : -receipt.Cash.Kopecks;
        return given;
    }

    public static bool IsOpen(CardTopUp topUp) => topUp.State.IsUndecided() || topUp.State == TopUpState.Postponed;

    private static bool IsWrong(LabLoan loan, CardTopUp topUp, List<BankOrder> paid) =>
        (paid.Count > 0) != (topUp.State == TopUpState.Completed) || paid.Exists(order => order.Kopecks != loan.Amount.Kopecks);

    private static string Describe(CardTopUp topUp) =>
        $"{topUp.Number} {topUp.State}, {string.Join("; ", topUp.Attempts.OrderBy(a => a.Number).Select(Describe))}";

    private static string Describe(TopUpAttempt attempt) =>
        $"#{attempt.Number} sends {attempt.SendCount}, accepted {attempt.WasAccepted}, closed {attempt.ClosedBy?.ToString() ?? "no"}, paid {attempt.IsPaid}, «{attempt.LastAnswer}»";
}
