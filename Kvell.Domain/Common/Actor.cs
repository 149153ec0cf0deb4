namespace Kvell.Domain.Common;

/// <summary>Roles; a user may hold several. Приёмщик, Полные права, Администратор.</summary>
public enum UserRole
{
    Receiver,
    FullRights,
    Administrator,
}

/// <summary>Who acts: the signed-in user, as the database knew him when the request or the circuit began.</summary>
/// <param name="BranchId">The user's own branch; users with full rights may have none.</param>
public sealed record Actor(Guid UserId, string Name, IReadOnlyCollection<UserRole> Roles, Guid? BranchId)
{
    public static Actor Nobody { get; } = new(Guid.Empty, "", [], null);

    /// <summary>The session has ended since: whoever still holds this actor, an open page or a dialog, may do nothing more.</summary>
    public bool IsRevoked { get; private set; }

    public void Revoke() => IsRevoked = true;

    public bool Has(UserRole role) => !IsRevoked && Roles.Contains(role);

    /// <summary>A receiver without wider rights sees and touches the own branch only.</summary>
    public bool MaySee(Guid branchId) =>
        Has(UserRole.Administrator) || MayLendIn(branchId);

    /// <summary>Works at the branch's desk: an administrator who receives too does so in the own branch, and elsewhere only looks.</summary>
    public bool MayLendIn(Guid branchId) => Has(UserRole.FullRights) || (Has(UserRole.Receiver) && BranchId == branchId);
}
