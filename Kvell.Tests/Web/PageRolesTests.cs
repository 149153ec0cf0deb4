using System.Reflection;
using Kvell.Web.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Kvell.Tests.Web;

public sealed class PageRolesTests
{
    /// <summary>Pages that name no role, each for its reason; a new page is not added here lightly.</summary>
    private static readonly Dictionary<string, string> WithoutRoles = new()
    {
        ["SignInPage"] = "strangers sign in here",
        ["StatusPage"] = "shown in place of any page",
        ["NoAccessPage"] = "shown to who has no role",
        ["NotFoundPage"] = "any signed-in user may mistype",
        ["PasswordPage"] = "any signed-in user changes his own",
    };

    private static IEnumerable<Type> Pages => typeof(PageRoles).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute)));

    [Fact]
    public void Every_page_names_the_roles_that_may_open_it()
    {
        var unguarded = Pages.Where(page => !WithoutRoles.ContainsKey(page.Name)
            && !page.GetCustomAttributes<AuthorizeAttribute>().Any(authorize => authorize.Roles is { Length: > 0 }));
        Assert.Empty(unguarded);
    }

    [Fact]
    public void No_page_with_roles_is_open_to_strangers()
    {
        var open = Pages.Where(page => page.IsDefined(typeof(AllowAnonymousAttribute)) && !WithoutRoles.ContainsKey(page.Name));
        Assert.Empty(open);
    }

    [Fact]
    public void The_list_of_pages_without_roles_names_pages_that_exist() =>
        Assert.Empty(WithoutRoles.Keys.Except(Pages.Select(page => page.Name)));
}
