using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

public sealed record PledgorHit(Guid Id, string Name, DateOnly BirthDate, string Document);

/// <summary>The one search box: the beginning of a name, a phone or a passport.</summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class FindPledgors(IDbContextFactory<KvellDbContext> contexts) : IUseCase
{
    private const int MostHits = 20;
    private const int FewestDigits = 3;

    public async Task<IReadOnlyList<PledgorHit>> ExecuteAsync(Actor actor, string typed, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var name = SearchText.Normalise(typed);
        var digits = TypedText.Digits(typed);
        var isNumber = !name.Any(char.IsLetter);
        if (name.Length == 0 || (isNumber && digits.Length < FewestDigits))
            return [];

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pledgors = db.Set<Pledgor>().AsNoTracking();
        pledgors = isNumber ? ByNumber(pledgors, digits) : pledgors.Where(pledgor => pledgor.SearchName.StartsWith(name));
        var found = await pledgors.OrderBy(pledgor => pledgor.SearchName).ThenBy(pledgor => pledgor.BirthDate).Take(MostHits).ToListAsync(cancellationToken);
        return [.. found.Select(pledgor => new PledgorHit(pledgor.Id, pledgor.Name.Full, pledgor.BirthDate, pledgor.Document.Brief))];
    }

    /// <summary>A phone with or without its 7 or 8, a passport by series and number or by its number alone.</summary>
    private static IQueryable<Pledgor> ByNumber(IQueryable<Pledgor> pledgors, string digits)
    {
        var phone = digits[0] is '7' or '8' && digits.Length > 1 ? digits[1..] : digits;
        return pledgors.Where(pledgor =>
            pledgor.SearchPhone.StartsWith(digits) || pledgor.SearchPhone.StartsWith(phone)
            || pledgor.SearchDocument.StartsWith(digits) || pledgor.Document.Number.StartsWith(digits));
    }
}
