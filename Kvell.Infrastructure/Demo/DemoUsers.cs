using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Demo;

/// <summary>The five people of <see cref="DemoAccounts"/>.</summary>
internal sealed class DemoUsers(IPasswordHasher<KvellUser> hasher) : IDemoSeeder
{
    public int Order => 20;

    public async Task SeedAsync(KvellDbContext db, CancellationToken cancellationToken)
    {
        var known = await db.Users.Select(user => user.Id).ToListAsync(cancellationToken);
        foreach (var account in DemoAccounts.All.Where(account => !known.Contains(account.Id)))
        {
            db.Add(CreateUser(account));
            db.Add(new IdentityUserRole<Guid> { UserId = account.Id, RoleId = RoleConfiguration.IdOf(account.Role) });
        }
    }

    private KvellUser CreateUser(DemoAccount account)
    {
        var user = new KvellUser
        {
            Id = account.Id,
            UserName = account.UserName,
            NormalizedUserName = account.UserName.ToUpperInvariant(),
            FullName = account.FullName,
            BranchId = account.BranchId,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        user.PasswordHash = hasher.HashPassword(user, DemoAccounts.Password);
        return user;
    }
}
