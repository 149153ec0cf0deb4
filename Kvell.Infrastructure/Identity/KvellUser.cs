using Microsoft.AspNetCore.Identity;

namespace Kvell.Infrastructure.Identity;

/// <summary>A person who signs in.</summary>
public sealed class KvellUser : IdentityUser<Guid>
{
    /// <summary>«Петрова Анна Сергеевна»</summary>
    public string FullName { get; set; } = "";

    public Guid? BranchId { get; set; }
}
