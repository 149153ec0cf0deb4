namespace Kvell.Web.Account;

/// <summary>A return address from a query: this site's own path, or the desk. Nobody is sent elsewhere by a forged link.</summary>
public static class LocalAddress
{
    public static string Of(string? returnUrl) => IsLocal(returnUrl) ? returnUrl! : "/";

    private static bool IsLocal(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
