namespace Kvell.Domain.Pledges.Forms;

/// <summary>Keys of the wizard's fields: a refusal names one, and the element on the page has it as its id.</summary>
public static class FieldKeys
{
    public const string Last = "pledgor-last";
    public const string First = "pledgor-first";
    public const string Middle = "pledgor-middle";
    public const string BirthDate = "pledgor-birth-date";
    public const string Citizenship = "pledgor-citizenship";
    public const string BirthPlace = "pledgor-birth-place";
    public const string DocumentKind = "pledgor-document-kind";
    public const string Series = "pledgor-series";
    public const string Number = "pledgor-number";
    public const string IssuedOn = "pledgor-issued-on";
    public const string UnitCode = "pledgor-unit-code";
    public const string Issuer = "pledgor-issuer";
    public const string Address = "pledgor-address";
    public const string Phone = "pledgor-phone";
    public const string Email = "pledgor-email";
    public const string Inn = "pledgor-inn";
    public const string Snils = "pledgor-snils";

    public const string PassportCheck = "check-passport";
    public const string ListCheck = "check-lists";
    public const string Consent = "check-consent";
    public const string Representative = "answer-representative";
    public const string Beneficiary = "answer-beneficiary";
    public const string RightOfStay = "answer-right-of-stay";

    public const string Date = "issue-date";
    public const string BySms = "issue-sms";
    public const string ByEmail = "issue-email";
    public const string Tariff = "issue-tariff";
    public const string NextBlank = "next-blank";
    public const string Cash = "issue-cash";

    public const string ItemKind = "kind";
    public const string ItemDescription = "description";
    public const string ItemMetal = "metal";
    public const string ItemFineness = "fineness";
    public const string ItemGross = "gross";
    public const string ItemInserts = "inserts";
    public const string ItemPrice = "price";
    public const string ItemFactor = "factor";
    public const string ItemAppraisal = "appraisal";
    public const string ItemLoan = "loan";
    public const string ItemTicket = "ticket";

    /// <param name="number">The row's number, from 1.</param>
    public static string Item(int number, string cell) => $"item-{number}-{cell}";
}
