using Kvell.Domain.Common;

namespace Kvell.Web.Account;

/// <summary>Who opens a page: <c>@attribute [Authorize(Roles = PageRoles.Desk)]</c>.</summary>
public static class PageRoles
{
    public const string Everybody = $"{nameof(UserRole.Receiver)},{nameof(UserRole.FullRights)},{nameof(UserRole.Administrator)}";

    /// <summary>Who gives loans.</summary>
    public const string Desk = $"{nameof(UserRole.Receiver)},{nameof(UserRole.FullRights)}";

    /// <summary>Who sees every branch: settings, the request log.</summary>
    public const string Office = $"{nameof(UserRole.FullRights)},{nameof(UserRole.Administrator)}";

    public const string Administrators = nameof(UserRole.Administrator);
}
