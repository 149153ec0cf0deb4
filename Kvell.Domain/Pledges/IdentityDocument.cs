using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

public enum IdentityDocumentKind
{
    RussianPassport = 1,
    InternationalPassport = 2,
    ForeignPassport = 3,
    ResidencePermit = 4,
    TemporaryCard = 5,
}

/// <summary>«Документ, удостоверяющий личность».</summary>
public sealed record IdentityDocument(
    IdentityDocumentKind Kind, string Series, string Number, DateOnly IssuedOn, string UnitCode, string Issuer)
{
    public static IReadOnlyList<IdentityDocumentKind> Kinds { get; } = Enum.GetValues<IdentityDocumentKind>();

    /// <summary>What makes two documents the same one, however they were typed; unique among pledgors.</summary>
    public static string KeyOf(IdentityDocumentKind kind, string series, string number) =>
        $"{(int)kind}:{SearchText.Compact(series)}{SearchText.Compact(number)}";

    public static string NameOf(IdentityDocumentKind kind) => kind switch
    {
        IdentityDocumentKind.RussianPassport => "Паспорт РФ",
        IdentityDocumentKind.InternationalPassport => "Загранпаспорт РФ",
        IdentityDocumentKind.ForeignPassport => "Паспорт иностранного гражданина",
        IdentityDocumentKind.ResidencePermit => "Вид на жительство",
        IdentityDocumentKind.TemporaryCard => "Временное удостоверение личности",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>«паспорт 45 08 123456»</summary>
    public string Brief => BriefOf(Kind, Series, Number);

    public static string BriefOf(IdentityDocumentKind kind, string series, string number)
    {
        var name = NameOf(kind);
        var word = kind == IdentityDocumentKind.RussianPassport ? "паспорт" : char.ToLowerInvariant(name[0]) + name[1..];
        return TypedText.Trimmed($"{word} {series} {number}");
    }
}
