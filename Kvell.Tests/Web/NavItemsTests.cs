using System.Reflection;
using Kvell.Domain.Common;
using Kvell.Web.Account;
using Kvell.Web.Components.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Kvell.Tests.Web;

public sealed class NavItemsTests
{
    private static readonly string[] NotOurs = ["/jobs"];

    [Theory]
    [InlineData(UserRole.Receiver, "/ /pledges/group /pledges /cash /blanks /top-ups")]
    [InlineData(UserRole.FullRights, "/ /pledges/group /pledges /cash /blanks /tariffs /branches /top-ups /settings/policy /request-log /settings/general /top-ups")]
    [InlineData(UserRole.Administrator, "/ /pledges /blanks /tariffs /branches /top-ups /settings/policy /settings/bank /request-log /users /jobs /settings/general /top-ups")]
    public void The_menu_shows_what_the_role_may_open(UserRole role, string hrefs) =>
        Assert.Equal(hrefs, string.Join(' ', Items(role, isDemo: false).Select(item => item.Href)));

    [Fact]
    public void The_emulator_is_there_in_the_demo_only()
    {
        Assert.Contains(Items(UserRole.Receiver, isDemo: true), item => item.Href == "/emulator");
        Assert.DoesNotContain(Items(UserRole.Receiver, isDemo: false), item => item.Href == "/emulator");
    }

    [Theory]
    [InlineData(UserRole.Receiver)]
    [InlineData(UserRole.FullRights)]
    [InlineData(UserRole.Administrator)]
    public void Every_item_leads_to_a_page_that_lets_the_role_in(UserRole role)
    {
        var pages = typeof(PageRoles).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>().Select(route => (Type: type, route.Template)))
            .ToLookup(page => page.Template, page => page.Type.GetCustomAttributes<AuthorizeAttribute>().Select(authorize => authorize.Roles ?? ""));
        var closed = Items(role, isDemo: true)
            .Where(item => !NotOurs.Contains(item.Href))
            .Where(item => !pages[item.Href].Any(allowed => allowed.Any(roles => roles.Split(',').Contains(role.ToString()))));
        Assert.Empty(closed.Select(item => item.Href));
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/pledges", "/pledges")]
    [InlineData("/pledges/1", "/pledges")]
    [InlineData("/pledges/group/1", "/pledges/group")]
    [InlineData("/pledges/new/1", "/pledges")]
    [InlineData("/top-ups/1", "/top-ups")]
    [InlineData("/branches/1", "/branches")]
    [InlineData("/account", null)]
    public void The_nearest_item_is_the_current_one(string path, string? href) =>
        Assert.Equal(href, NavItems.Current(Groups(UserRole.FullRights, isDemo: true), path)?.Href);

    private static IReadOnlyList<NavGroup> Groups(UserRole role, bool isDemo) =>
        NavItems.For(new Actor(Guid.NewGuid(), "", [role], null), isDemo);

    private static IEnumerable<NavItem> Items(UserRole role, bool isDemo) => Groups(role, isDemo).SelectMany(group => group.Items);
}
