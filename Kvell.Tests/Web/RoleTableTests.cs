using System.Net;
using System.Reflection;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Web.Look;
using Xunit;

namespace Kvell.Tests.Web;

/// <summary>The table of roles against what the application does: nothing is open that isn't listed, and nothing listed is closed.</summary>
public sealed class RoleTableTests(KvellHost host) : IClassFixture<KvellHost>
{
    /// <summary>What strangers and the lost see; their own tests look at them.</summary>
    private static readonly HashSet<string> Open = ["SignInPage", "StatusPage", "NoAccessPage", "NotFoundPage"];

    private static readonly (string User, char Role)[] People = [("receiver", 'R'), ("fullrights", 'F'), ("admin", 'A')];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_use_case_stands_in_the_table_and_names_the_same_roles()
    {
        var named = typeof(KvellDbContext).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IUseCase)))
            .ToDictionary(type => type.Name, type => type.GetCustomAttribute<AllowedToAttribute>()?.Roles.Order() ?? Enumerable.Empty<UserRole>());
        Assert.Equal(RoleTable.UseCases.Keys.Order(), named.Keys.Order());
        Assert.All(named, useCase => Assert.Equal(RoleTable.RolesOf(RoleTable.UseCases[useCase.Key]).Order(), useCase.Value));
    }

    [Fact]
    public void Every_page_stands_in_the_table() =>
        Assert.Equal(RouteOf.Pages.Keys.Except(Open).Order(), RoleTable.Pages.Select(page => page.Page).Where(name => name.Length > 0).Order());

    [Fact]
    public async Task Every_address_opens_to_the_roles_of_the_table_and_to_nobody_else()
    {
        var addresses = await AddressesAsync();
        var wrong = new List<string>();
        foreach (var (user, role) in People)
        {
            using var visitor = await host.SignInAsync(user, Cancellation);
            foreach (var (address, roles) in addresses)
            {
                var expected = roles.Contains(role, StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
                if (answer.StatusCode != expected && !(expected == HttpStatusCode.OK && answer.StatusCode == HttpStatusCode.Found))
                    wrong.Add($"{user} at {address}: {answer.StatusCode}, not {expected}");
            }
        }

        using var stranger = host.CreateVisitor();
        foreach (var (address, _) in addresses)
        {
            using var answer = await stranger.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            if (answer.PathOfRedirect()?.StartsWith("/account/sign-in", StringComparison.Ordinal) is not true)
                wrong.Add($"a stranger at {address}: {answer.StatusCode}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_receiver_of_another_branch_is_refused_at_every_document()
    {
        using var visitor = await host.SignInAsync("receiver2", Cancellation);
        foreach (var (address, _) in await AddressesAsync(page => page.Contains("{draft}", StringComparison.Ordinal) || page.Contains("{single}", StringComparison.Ordinal) || page.Contains("{pledge}", StringComparison.Ordinal) || page.Contains("{top-up}", StringComparison.Ordinal)))
        {
            using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{address}: {answer.StatusCode}");
        }
    }

    /// <summary>The table's addresses, with a paid loan of the first branch put in.</summary>
    private async Task<List<(string Address, string Roles)>> AddressesAsync(Func<string, bool>? only = null)
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1000");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft)));
        await desk.SettledAsync(draft);
        var single = await desk.SingleAsync(null, "1000");
        var topUp = Assert.Single(await desk.TopUpsAsync(draft));
        return
        [
            .. RoleTable.Pages.Where(page => only?.Invoke(page.Address) ?? true).Select(page => (page.Address
                .Replace("{branch}", topUp.BranchId.ToString(), StringComparison.Ordinal)
                .Replace("{draft}", draft.ToString(), StringComparison.Ordinal)
                .Replace("{single}", single.ToString(), StringComparison.Ordinal)
                .Replace("{pledge}", topUp.OperationId.ToString(), StringComparison.Ordinal)
                .Replace("{top-up}", topUp.Id.ToString(), StringComparison.Ordinal), page.Roles)),
        ];
    }
}
