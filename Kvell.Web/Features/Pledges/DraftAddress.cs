namespace Kvell.Web.Features.Pledges;

/// <summary>Where a draft is worked on.</summary>
public static class DraftAddress
{
    public const string NewGroup = "/pledges/group";

    /// <summary>«Операция по залогу» by itself.</summary>
    public const string NewSingle = "/pledges/new";

    public static string New(bool isSingle) => isSingle ? NewSingle : NewGroup;

    public static string Of(Guid id, bool isSingle) => $"{New(isSingle)}/{id}";
}
