using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Pledges;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Desk;

public enum FoundKind
{
    Pledge,
    TopUp,
    Pledgor,
}

/// <param name="Title">A document's number, or a client's name.</param>
public sealed record Found(FoundKind Kind, Guid Id, string Title, string Detail);

/// <summary>
/// The one box for whatever a person has in his hand: a ticket's number as printed or scanned, a document's number, a transaction's, a phone,
/// a passport, a name. Documents of the branches that he sees; clients are the firm's.
/// </summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights, UserRole.Administrator)]
public sealed class FindAnywhere(IDbContextFactory<KvellDbContext> contexts, FindPledgors pledgors) : IUseCase
{
    private const int FewestLetters = 3;
    private const int LongestNumber = 6;

    public async Task<IReadOnlyList<Found>> ExecuteAsync(Actor actor, string typed, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var text = SearchText.Normalise(typed);
        if (text.Length == 0)
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var branches = await db.LoadVisibleBranchesAsync(actor, cancellationToken);
        return
        [
            .. await PledgesAsync(db, text, branches, cancellationToken),
            .. await TopUpsAsync(db, text, branches, cancellationToken),
            .. await PledgorsAsync(actor, text, cancellationToken),
        ];
    }

    private static async Task<IEnumerable<Found>> PledgesAsync(KvellDbContext db, string text, Dictionary<Guid, Branch> branches, CancellationToken cancellationToken)
    {
        var numbers = NumbersOf(text, branches.Values);
        var rows = db.Set<PledgeTicket>().AsNoTracking().Join(
            db.Set<PledgeOperation>().AsNoTracking(), ticket => ticket.Id, operation => operation.TicketId,
            (ticket, operation) => new { ticket.BlankNumber, operation.Number, operation.Id, operation.BranchId, operation.PledgorName, operation.LoanAmount });

        // One index after the other: asked for both at once, a database goes through everything.
        var byBlank = await rows.Where(row => row.BlankNumber == text).ToListAsync(cancellationToken);
        var byNumber = await rows.Where(row => numbers.Contains(row.Number)).ToListAsync(cancellationToken);
        return byBlank.Concat(byNumber).Where(row => branches.ContainsKey(row.BranchId)).DistinctBy(row => row.Id).Select(row => new Found(
            FoundKind.Pledge, row.Id, $"Операция {row.Number}", $"{row.BlankNumber ?? "билет не напечатан"}, {row.PledgorName}, {row.LoanAmount}"));
    }

    private static async Task<IEnumerable<Found>> TopUpsAsync(KvellDbContext db, string text, Dictionary<Guid, Branch> branches, CancellationToken cancellationToken)
    {
        var numbers = NumbersOf(text, branches.Values);
        var transaction = Guid.TryParse(text, out var parsed) ? parsed.ToString("D") : null;
        var byTransaction = transaction is null
            ? []
            : await db.Set<TopUpAttempt>().Where(attempt => attempt.Transaction == transaction).Select(attempt => attempt.TopUpId).ToListAsync(cancellationToken);
        var rows = await db.Set<CardTopUp>().AsNoTracking()
            .Where(topUp => numbers.Contains(topUp.Number) || byTransaction.Contains(topUp.Id))
            .ToListAsync(cancellationToken);
        return rows.Where(topUp => branches.ContainsKey(topUp.BranchId)).Select(topUp => new Found(
            FoundKind.TopUp, topUp.Id, $"Пополнение {topUp.Number}", $"{TopUpSpeech.WordOf(topUp.State)}, {topUp.PledgorName}, {topUp.Amount}"));
    }

    private async Task<IEnumerable<Found>> PledgorsAsync(Actor actor, string text, CancellationToken cancellationToken)
    {
        var isWorth = text.Count(char.IsLetterOrDigit) >= (text.Any(char.IsLetter) ? FewestLetters : LongestNumber);
        if (!isWorth || !(actor.Has(UserRole.Receiver) || actor.Has(UserRole.FullRights)))
            return [];
        var hits = await pledgors.ExecuteAsync(actor, text, cancellationToken);
        return hits.Select(hit => new Found(FoundKind.Pledgor, hit.Id, hit.Name, $"{Russian.Date(hit.BirthDate)}, {hit.Document}"));
    }

    /// <summary>«ЛВЕС-000014» as it is; «14» with the prefix of each branch.</summary>
    private static List<string> NumbersOf(string text, IEnumerable<Branch> branches) => text.Length <= LongestNumber && text.All(char.IsAsciiDigit)
        ? [.. branches.Select(branch => $"{branch.DocumentPrefix}-{text.PadLeft(LongestNumber, '0')}")]
        : [text];
}
