using System.Linq.Expressions;
using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>How the journal of top-ups is sorted, filtered and searched.</summary>
internal static class TopUpList
{
    private const int FewestOfACard = 4;

    private static readonly SortColumns<CardTopUp> Columns = new(
        SortColumn.Date<CardTopUp>(topUp => topUp.CreatedAt, topUp => topUp.Id),
        SortColumn.Number<CardTopUp>(topUp => topUp.Number, topUp => topUp.Id),
        SortColumn.Amount<CardTopUp>(topUp => topUp.Amount, topUp => topUp.Id));

    public static ListReader<CardTopUp> Reader(KvellDbContext db, Actor actor, TopUpFilter filter, Dictionary<Guid, Branch> branches, DateTime now)
    {
        var rows = db.Set<CardTopUp>().AsNoTracking();
        var (sort, isAscending) = Columns.Of(filter.Order);
        return new ListReader<CardTopUp>
        {
            Rows = rows,
            Sort = sort,
            IsAscending = isAscending,
            Dates = Columns.Date,
            Scope = actor.ScopeOf(filter, branches) is { } branch ? topUp => topUp.BranchId == branch : null,
            Dated = Conditions.All(InState(filter.State), Period.Of<CardTopUp>(filter, branches.Values, topUp => topUp.CreatedAt, topUp => topUp.BranchId)),
            Terms = [.. Terms(rows, SearchWords.Parse(filter.Search), branches), .. filter.NeedsAttention ? [Flagged(rows, now)] : Array.Empty<SearchTerm<CardTopUp>>()],
        };
    }

    public static TopUpRow RowOf(CardTopUp topUp, Branch branch, DateTime now) => new(
        topUp.Id, BranchZone.ToLocal(topUp.CreatedAt, branch.Zone), topUp.Number, topUp.State, topUp.NeedsAttention(now), topUp.Amount, topUp.CardMask,
        topUp.PledgorName, topUp.OperationId, topUp.OperationNumber, branch.Name, topUp.CreatedByName, branch.Zone);

    private static Expression<Func<CardTopUp, bool>>? InState(TopUpState? state) => state is { } only ? topUp => topUp.State == only : null;

    private static IEnumerable<SearchTerm<CardTopUp>> Terms(IQueryable<CardTopUp> rows, SearchWords words, Dictionary<Guid, Branch> branches)
    {
        foreach (var word in words.Numbers)
        {
            var isCard = word.Length >= FewestOfACard && word.All(c => char.IsAsciiDigit(c) || c == '*');
            yield return new SearchWays<CardTopUp>(rows)
                .Number(topUp => topUp.Number, word, branches.Values)
                .Beginning(topUp => topUp.CardMask!, isCard ? word : null)
                .Exactly(topUp => topUp.CardEnd!, isCard && word.Length == FewestOfACard ? [word] : [])
                .Term;
        }

        if (words.Names.Count > 0)
            yield return new SearchWays<CardTopUp>(rows).Name(topUp => topUp.SearchName, topUp => topUp.Number, words.Names, branches.Values).Term;
    }

    /// <summary>Flagged, by the index of flags; and undecided for too long, of the few that are undecided at all.</summary>
    private static SearchTerm<CardTopUp> Flagged(IQueryable<CardTopUp> rows, DateTime now)
    {
        var late = now - CardTopUp.AttentionAfter;
        var ways = new SearchWays<CardTopUp>(rows).By(topUp => topUp.CreatedAt, topUp => topUp.Attention != Attention.None);
        foreach (var state in Enum.GetValues<TopUpState>().Where(state => state.IsUndecided()))
            ways.By(topUp => topUp.CreatedAt, topUp => topUp.State == state && topUp.UndecidedSince <= late);
        return ways.Term;
    }
}
