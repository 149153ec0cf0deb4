using Kvell.Domain.Common;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Identity;

public sealed class ActorDirectoryTests(KvellHost host) : IClassFixture<KvellHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ActorDirectory Directory => host.Services.GetRequiredService<ActorDirectory>();

    [Fact]
    public async Task Every_demo_account_is_who_it_says()
    {
        foreach (var account in DemoAccounts.All)
        {
            var actor = await Directory.FindAsync(account.Id, Cancellation);
            Assert.Equal((account.FullName, account.BranchId), (actor.Name, actor.BranchId));
            Assert.Equal([account.Role], actor.Roles);
        }
    }

    [Fact]
    public async Task An_unknown_user_is_nobody() =>
        Assert.Same(Actor.Nobody, await Directory.FindAsync(Guid.NewGuid(), Cancellation));

    [Fact]
    public async Task A_role_taken_away_is_gone_at_the_next_look()
    {
        await using var own = new KvellHost();
        var admin = DemoAccounts.All.Single(account => account.Role == UserRole.Administrator);
        await using (var scope = own.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<KvellDbContext>().UserRoles.Where(role => role.UserId == admin.Id).ExecuteDeleteAsync(Cancellation);
        Assert.Empty((await own.Services.GetRequiredService<ActorDirectory>().FindAsync(admin.Id, Cancellation)).Roles);
    }
}
