using Kvell.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Identity;

public static class IdentityServices
{
    public const int AttemptsBeforeLockout = 5;

    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(5);

    /// <summary>Users, roles and passwords in the database. Roles are named as <see cref="Domain.Common.UserRole"/> names them.</summary>
    public static IServiceCollection AddKvellIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<KvellUser>(identity =>
            {
                identity.Password.RequiredLength = 12;
                identity.Lockout.MaxFailedAccessAttempts = AttemptsBeforeLockout;
                identity.Lockout.DefaultLockoutTimeSpan = LockoutTime;
                identity.User.RequireUniqueEmail = false;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<KvellDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddSingleton<ActorDirectory>();
        return services;
    }
}
