using Kvell.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Identity;

/// <summary>Wrong passwords lock anybody out for a while, but never the last administrator: a stranger could keep the office closed.</summary>
public sealed class KvellUserManager(
    IUserStore<KvellUser> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<KvellUser> hasher,
    IEnumerable<IUserValidator<KvellUser>> userValidators,
    IEnumerable<IPasswordValidator<KvellUser>> passwordValidators,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    TimeProvider time,
    ILogger<KvellUserManager> logger)
    : UserManager<KvellUser>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
{
    public override async Task<bool> IsLockedOutAsync(KvellUser user) =>
        await base.IsLockedOutAsync(user) && !await IsLastWayInAsync(user);

    /// <summary>An administrator while every other one is blocked or locked out as well.</summary>
    private async Task<bool> IsLastWayInAsync(KvellUser user)
    {
        if (user.IsBlocked || !await IsInRoleAsync(user, nameof(UserRole.Administrator)))
            return false;
        var now = time.GetUtcNow();
        var others = await GetUsersInRoleAsync(nameof(UserRole.Administrator));
        return others.All(other => other.Id == user.Id || other.IsBlocked || other.LockoutEnd > now);
    }
}
