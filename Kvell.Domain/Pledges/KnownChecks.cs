using Kvell.Domain.Pledges.Forms;

namespace Kvell.Domain.Pledges;

/// <summary>The newest checks that any draft had of a client; null where none is known.</summary>
public sealed record KnownChecks(CheckForm? Passport, CheckForm? Lists)
{
    /// <summary>
    /// A passport's check counts for that passport alone. A clear answer of the lists counts for that name and birth date; a hit counts for the
    /// client, whatever he is called now.
    /// </summary>
    /// <param name="notes">All that may be of the client.</param>
    public static KnownChecks Among(IReadOnlyCollection<CheckNote> notes, PledgorForm client, DateOnly today)
    {
        var (document, person) = (client.DocumentKey, client.PersonKey(today));
        return new KnownChecks(
            Newest(notes.Where(note => note.Kind == CheckKind.Passport && note.DocumentKey == document), document),
            Newest(notes.Where(note => note.Kind == CheckKind.Lists && (!note.IsClear || note.Person == person)), person));
    }

    private static CheckForm? Newest(IEnumerable<CheckNote> notes, string subject) =>
        notes.OrderByDescending(note => note.CheckedAt).ThenBy(note => note.IsClear).FirstOrDefault() is { } newest
            ? CheckForm.Of(new ClientCheck(newest.CheckedAt, newest.By, newest.IsClear), subject)
            : null;
}
