using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

internal static class CheckQueries
{
    /// <summary>By the client's record, his document, or his name and birth date: each by its index.</summary>
    public static async Task<KnownChecks> KnownChecksAsync(this KvellDbContext db, PledgorForm client, DateOnly today, CancellationToken cancellationToken)
    {
        var notes = db.Set<CheckNote>().AsNoTracking();
        var (id, document, person) = (client.PledgorId, client.DocumentKey, client.PersonKey(today));
        var ways = new List<IQueryable<CheckNote>>();
        if (id is not null)
            ways.Add(notes.Where(note => note.PledgorId == id));
        if (!TypedText.IsBlank(client.Number))
            ways.Add(notes.Where(note => note.DocumentKey == document));
        if (client.Name.Full.Length > 0 && !TypedText.IsBlank(client.BirthDate))
            ways.Add(notes.Where(note => note.Person == person));
        var found = ways.Count == 0 ? [] : await ways.Aggregate(Queryable.Concat).ToListAsync(cancellationToken);
        return KnownChecks.Among(found, client, today);
    }

    /// <summary>What was found out about a group's client since he was checked for it, in whatever draft.</summary>
    /// <param name="today">It says of which century a short year of birth is.</param>
    public static async Task<IReadOnlyList<FieldRefusal>> NewHitsAsync(
        this KvellDbContext db, GroupForm form, DateOnly today, TimeZoneInfo zone, CancellationToken cancellationToken) =>
        [.. QuestionnaireRules.CheckKnown(form.Questionnaire, await db.KnownChecksAsync(form.Pledgor, today, cancellationToken), zone)];
}
