using Kvell.Domain.Common;

namespace Kvell.Infrastructure.Identity;

/// <summary>A user as an administrator types him. The property names are the fields' keys.</summary>
public sealed record UserForm
{
    public string UserName { get; set; } = "";

    /// <summary>«Петрова Анна Сергеевна»</summary>
    public string FullName { get; set; } = "";

    /// <summary>One at least; several combine.</summary>
    public HashSet<UserRole> Roles { get; init; } = [];

    /// <summary>Needed by a receiver; others choose one where a branch is needed.</summary>
    public Guid? BranchId { get; set; }

    /// <summary>Of a new user only.</summary>
    public string Password { get; set; } = "";

    public bool MustChangePassword { get; set; } = true;
}
