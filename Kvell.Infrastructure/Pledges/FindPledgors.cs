using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

public sealed record PledgorHit(Guid Id, string Name, DateOnly BirthDate, string Document);

/// <summary>The one search box: the beginning of a name, a phone or a document.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class FindPledgors(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    private const int MostHits = 20;
    private const int FewestSigns = 3;

    public async Task<IReadOnlyList<PledgorHit>> ExecuteAsync(Actor actor, string typed, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // One index after the other: asked for all at once, a database goes through everything.
        var found = new List<Pledgor>();
        foreach (var find in Ways(db.Set<Pledgor>().AsNoTracking(), typed).Term.Finds)
            found.AddRange(await find.Take(MostHits).ToListAsync(cancellationToken));
        return
        [
            .. found.DistinctBy(pledgor => pledgor.Id)
                .OrderBy(pledgor => pledgor.SearchName, StringComparer.Ordinal).ThenBy(pledgor => pledgor.BirthDate).Take(MostHits)
                .Select(pledgor => new PledgorHit(pledgor.Id, pledgor.Name.Full, pledgor.BirthDate, pledgor.Document.Brief)),
        ];
    }

    /// <summary>A document by series and number, spaced or not, or by its number alone; a phone with or without its 7 or 8; a name.</summary>
    private static SearchWays<Pledgor> Ways(IQueryable<Pledgor> pledgors, string typed)
    {
        var (ways, name, document) = (new SearchWays<Pledgor>(pledgors), SearchText.Normalise(typed), SearchText.Compact(typed));
        var hasLetters = name.Any(char.IsLetter);
        if (hasLetters)
            ways.Beginning(pledgor => pledgor.SearchName, name);
        if (document.Length < FewestSigns)
            return ways;
        ways.Beginning(pledgor => pledgor.SearchDocument, document).Beginning(pledgor => pledgor.SearchNumber, document);
        if (hasLetters)
            return ways;
        ways.Beginning(pledgor => pledgor.SearchPhone, document);
        return document[0] is '7' or '8' ? ways.Beginning(pledgor => pledgor.SearchPhone, document[1..]) : ways;
    }
}
