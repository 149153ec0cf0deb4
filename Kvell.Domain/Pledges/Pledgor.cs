using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>«Залогодатель»: a client. Pledgors belong to the firm, not to a branch.</summary>
public sealed class Pledgor
{
    private Pledgor()
    {
    }

    public Guid Id { get; private set; }

    public PersonName Name { get; private set; } = new("", "", "");

    public DateOnly BirthDate { get; private set; }

    public string Citizenship { get; private set; } = "";

    public string BirthPlace { get; private set; } = "";

    public IdentityDocument Document { get; private set; } =
        new(IdentityDocumentKind.RussianPassport, "", "", default, "", "");

    public string Address { get; private set; } = "";

    public string Phone { get; private set; } = "";

    public string Email { get; private set; } = "";

    public string Inn { get; private set; } = "";

    public string Snils { get; private set; } = "";

    /// <summary>Unique: the same passport is the same client.</summary>
    public string DocumentKey { get; private set; } = "";

    public string SearchName { get; private set; } = "";

    public string SearchPhone { get; private set; } = "";

    /// <summary>Series and number together, as <see cref="SearchText.Compact"/> has them.</summary>
    public string SearchDocument { get; private set; } = "";

    /// <summary>The number alone: what people say of a passport.</summary>
    public string SearchNumber { get; private set; } = "";

    public DateTime UpdatedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    public static Pledgor Create(Guid id, PledgorDetails details, DateTime now)
    {
        var pledgor = new Pledgor { Id = id };
        pledgor.Update(details, now);
        return pledgor;
    }

    public void Update(PledgorDetails details, DateTime now)
    {
        (Name, BirthDate, Citizenship, BirthPlace) = (details.Name, details.BirthDate, details.Citizenship, details.BirthPlace);
        (Document, Address, Phone, Email) = (details.Document, details.Address, details.Phone, details.Email);
        (Inn, Snils, UpdatedAt) = (details.Inn, details.Snils, now);
        DocumentKey = IdentityDocument.KeyOf(Document.Kind, Document.Series, Document.Number);
        SearchName = SearchText.Normalise(Name.Full);
        SearchPhone = SearchText.PhoneDigits(Phone);
        SearchNumber = SearchText.Compact(Document.Number);
        SearchDocument = SearchText.Compact(Document.Series) + SearchNumber;
        Version++;
    }
}
