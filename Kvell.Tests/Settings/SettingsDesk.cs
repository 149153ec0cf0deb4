using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Branches.Keys;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Settings;

/// <summary>An administrator at a running application, by its own use-cases.</summary>
internal sealed class SettingsDesk(KvellHost host, Actor actor)
{
    public static readonly TerminalSecrets NothingNew = new("", null, null);

    public Actor Actor { get; } = actor;

    public Guid First { get; } = DemoAccounts.All[0].BranchId!.Value;

    public Guid Second { get; } = DemoAccounts.All[1].BranchId!.Value;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SettingsDesk> OpenAsync(KvellHost host, string user = "admin") =>
        new(host, await host.Services.GetRequiredService<ActorDirectory>().FindAsync(DemoAccounts.All.Single(known => known.UserName == user).Id));

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public async Task ChangePolicyAsync(Action<PolicyForm> change)
    {
        var stored = await Get<ShowPolicy>().ExecuteAsync(Actor, Token);
        change(stored.Form);
        Assert.True((await Get<SavePolicy>().ExecuteAsync(Actor, stored.Form, stored.Version, Token)).IsSaved);
    }

    public async Task SignByAsync(SigningKind kind, string path)
    {
        var stored = await Get<ShowBankSettings>().ExecuteAsync(Actor, Token);
        var form = new BankForm { Signature = kind, OpenSslPath = path };
        Assert.True((await Get<SaveBankSettings>().ExecuteAsync(Actor, form, stored.Version, Token)).IsSaved);
    }

    public Task<TerminalView> TerminalAsync(Guid? branchId = null) => Get<ShowTerminal>().ExecuteAsync(Actor, branchId ?? First, Token);

    public async Task<SaveAnswer> SaveTerminalAsync(Action<TerminalForm>? change = null, TerminalSecrets? secrets = null, Guid? branchId = null, int? seen = null)
    {
        var stored = (await TerminalAsync(branchId)).Stored;
        change?.Invoke(stored.Form);
        return await Get<SaveTerminal>().ExecuteAsync(Actor, branchId ?? First, stored.Form, secrets ?? NothingNew, seen ?? stored.Version, Token);
    }
}
