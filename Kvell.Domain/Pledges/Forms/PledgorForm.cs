using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>Tab «Залогодатель».</summary>
public sealed class PledgorForm
{
    public const int LongestDocumentKey = 110;
    public const int LongestPersonKey = 330;

    /// <summary>The known client it was filled from; null for a new one.</summary>
    public Guid? PledgorId { get; set; }

    public string Last { get; set; } = "";

    public string First { get; set; } = "";

    public string Middle { get; set; } = "";

    public string BirthDate { get; set; } = "";

    public string Citizenship { get; set; } = Lists.Russia;

    public string BirthPlace { get; set; } = "";

    public IdentityDocumentKind DocumentKind { get; set; } = IdentityDocumentKind.RussianPassport;

    public string Series { get; set; } = "";

    public string Number { get; set; } = "";

    public string IssuedOn { get; set; } = "";

    public string UnitCode { get; set; } = "";

    public string Issuer { get; set; } = "";

    public string Address { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Email { get; set; } = "";

    public string Inn { get; set; } = "";

    public string Snils { get; set; } = "";

    public PersonName Name => new(TypedText.Trimmed(Last), TypedText.Trimmed(First), TypedText.Trimmed(Middle));

    /// <summary>The same of one document, however it is typed.</summary>
    public string DocumentKey => Cut(IdentityDocument.KeyOf(DocumentKind, Series, Number), LongestDocumentKey);

    /// <summary>The same of one name and birth date, however they are typed.</summary>
    public string PersonKey(DateOnly today) => TypedText.TryDate(BirthDate, today, out var birth)
        ? PersonKeyOf(Name, birth)
        : Cut($"{SearchText.Normalise(Name.Full)} {TypedText.Trimmed(BirthDate)}", LongestPersonKey);

    public static string PersonKeyOf(PersonName name, DateOnly birth) =>
        Cut($"{SearchText.Normalise(name.Full)} {Russian.Date(birth)}", LongestPersonKey);

    public static PledgorForm Of(Pledgor pledgor) => new()
    {
        PledgorId = pledgor.Id,
        Last = pledgor.Name.Last,
        First = pledgor.Name.First,
        Middle = pledgor.Name.Middle,
        BirthDate = Russian.Date(pledgor.BirthDate),
        Citizenship = pledgor.Citizenship,
        BirthPlace = pledgor.BirthPlace,
        DocumentKind = pledgor.Document.Kind,
        Series = pledgor.Document.Series,
        Number = pledgor.Document.Number,
        IssuedOn = Russian.Date(pledgor.Document.IssuedOn),
        UnitCode = pledgor.Document.UnitCode,
        Issuer = pledgor.Document.Issuer,
        Address = pledgor.Address,
        Phone = pledgor.Phone,
        Email = pledgor.Email,
        Inn = pledgor.Inn,
        Snils = pledgor.Snils,
    };

    /// <summary>Only of a form that <see cref="PledgorRules"/> let pass.</summary>
    public PledgorDetails ToDetails(DateOnly today) => new()
    {
        Name = Name,
        BirthDate = Date(BirthDate, today),
        Citizenship = Citizenship,
        BirthPlace = TypedText.Trimmed(BirthPlace),
        Document = new IdentityDocument(
            DocumentKind, TypedText.Trimmed(Series), TypedText.Trimmed(Number), Date(IssuedOn, today), TypedText.Trimmed(UnitCode), TypedText.Trimmed(Issuer)),
        Address = TypedText.Trimmed(Address),
        Phone = TypedText.Trimmed(Phone),
        Email = TypedText.Trimmed(Email),
        Inn = TypedText.Trimmed(Inn),
        Snils = TypedText.Trimmed(Snils),
    };

    private static string Cut(string key, int longest) => key.Length <= longest ? key : key[..longest];

    private static DateOnly Date(string typed, DateOnly today) =>
        TypedText.TryDate(typed, today, out var date) ? date : throw new IllegalTransitionException("The form was not checked.");
}
