using System.Text.RegularExpressions;
using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Identity;

/// <summary>What is wrong with a user's form, each at its field.</summary>
internal static partial class UserRules
{
    private const int LongestUserName = 64;
    private const int LongestFullName = 200;

    public static async Task<List<Refusal>> RefusalsAsync(this KvellDbContext db, UserForm form, Guid userId, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        var userName = form.UserName.Trim();
        var normalized = userName.ToUpperInvariant();
        if (userName.Length == 0)
            refusals.Add(new("Введите имя, под которым пользователь будет входить.", nameof(UserForm.UserName)));
        else if (userName.Length > LongestUserName || !LoginName().IsMatch(userName))
            refusals.Add(new(new RussianIdentityErrors().InvalidUserName(userName).Description, nameof(UserForm.UserName)));
        else if (await db.Users.AnyAsync(other => other.NormalizedUserName == normalized && other.Id != userId, cancellationToken))
            refusals.Add(new(new RussianIdentityErrors().DuplicateUserName(userName).Description, nameof(UserForm.UserName)));

        var fullName = TypedText.Trimmed(form.FullName);
        if (fullName.Length == 0)
            refusals.Add(new("Введите фамилию, имя и отчество.", nameof(UserForm.FullName)));
        else if (fullName.Length > LongestFullName)
            refusals.Add(new($"Не длиннее {LongestFullName} знаков.", nameof(UserForm.FullName)));

        if (form.Roles.Count == 0)
            refusals.Add(new("Отметьте хотя бы одну роль: без неё ничего не откроется.", nameof(UserForm.Roles)));
        if (form.BranchId is null && form.Roles.Contains(UserRole.Receiver))
            refusals.Add(new("Выберите филиал: приёмщик работает только в своём.", nameof(UserForm.BranchId)));
        if (form.BranchId is { } branchId && !await db.Set<Branch>().AnyAsync(branch => branch.Id == branchId, cancellationToken))
            refusals.Add(new("Такого филиала больше нет: выберите другой.", nameof(UserForm.BranchId)));
        return refusals;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]*\z")]
    private static partial Regex LoginName();
}
