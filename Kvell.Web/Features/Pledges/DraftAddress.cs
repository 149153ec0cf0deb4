namespace Kvell.Web.Features.Pledges;

/// <summary>Where a draft is worked on.</summary>
public static class DraftAddress
{
    public const string NewGroup = "/pledges/group";

    /// <summary>«Операция по залогу» by itself.</summary>
    public const string NewSingle = "/pledges/new";

    public static string New(bool isSingle) => isSingle ? NewSingle : NewGroup;

    public static string Of(Guid id, bool isSingle) => $"{New(isSingle)}/{id}";

    /// <summary>At a field: its tab is opened, and the caret stands in it.</summary>
    public static string Of(Guid id, bool isSingle, string field) => $"{Of(id, isSingle)}#{field}";
}
