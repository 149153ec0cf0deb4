using Kvell.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Identity;

public static class IdentityServices
{
    public const int AttemptsBeforeLockout = 5;

    private const int ShortestPassword = 12;
    private const int DifferentCharacters = 5;

    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(5);

    /// <summary>Users, roles and passwords in the database. Roles are named as <see cref="Domain.Common.UserRole"/> names them.</summary>
    public static IServiceCollection AddKvellIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<KvellUser>(identity =>
            {
                // Length and variety; rules about kinds of characters only make people write passwords down.
                (identity.Password.RequiredLength, identity.Password.RequiredUniqueChars) = (ShortestPassword, DifferentCharacters);
                identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = AttemptsBeforeLockout;
                identity.Lockout.DefaultLockoutTimeSpan = LockoutTime;
                identity.User.RequireUniqueEmail = false;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<KvellDbContext>()
            .AddUserManager<KvellUserManager>()
            .AddSignInManager<KvellSignInManager>()
            .AddClaimsPrincipalFactory<KvellClaims>()
            .AddErrorDescriber<RussianIdentityErrors>()
            .AddDefaultTokenProviders();
        return services
            .AddSingleton<ActorDirectory>()
            .AddSingleton<Passwords>()
            .AddSingleton<SessionEnd>()
            .AddSingleton<ListUsers>()
            .AddSingleton<CreateUser>()
            .AddSingleton<MakeFirstAdministrator>()
            .AddSingleton<ChangeUser>()
            .AddSingleton<BlockUser>()
            .AddSingleton<UnblockUser>()
            .AddSingleton<EndUserSessions>()
            .AddSingleton<ResetPassword>();
    }
}
