using Microsoft.AspNetCore.Identity;

namespace Kvell.Infrastructure.Identity;

/// <summary>A person who signs in.</summary>
public sealed class KvellUser : IdentityUser<Guid>
{
    /// <summary>«Петрова Анна Сергеевна»</summary>
    public string FullName { get; set; } = "";

    public Guid? BranchId { get; set; }

    /// <summary>By an administrator, until an administrator says otherwise; unlike the short lock after wrong passwords.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>The password was given by an administrator: nothing opens before the person has chosen another.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Ends every session: a cookie or an open page that carries the old stamp is refused from now on.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");
}
