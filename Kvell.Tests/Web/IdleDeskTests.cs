using System.Net;
using Kvell.Infrastructure.Demo;
using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web;

/// <summary>A shared desk: who has left it, or nobody sits at it.</summary>
public sealed class IdleDeskTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_quarter_of_an_hour_without_anybody_the_desk_is_closed_and_the_draft_kept()
    {
        var page = await NewPageAsync(host.Address, "receiver");
        await page.OpenAsync("/pledges/group");
        await page.GetByLabel("Фамилия", new() { Exact = true }).FillAsync("Дроздов");
        await Expect(page.GetByText("Черновик сохранён в")).ToBeVisibleAsync();
        var group = new Uri(page.Url).AbsolutePath;

        var now = DateTime.UnixEpoch.AddMilliseconds(await page.EvaluateAsync<double>("Date.now()"));
        await LookAtAsync(page, now.AddMinutes(14));
        await page.GetByLabel("Имя", new() { Exact = true }).PressAsync("Tab");
        await LookAtAsync(page, now.AddMinutes(28));
        Assert.Equal(group, new Uri(page.Url).AbsolutePath);
        await LookAtAsync(page, now.AddMinutes(30));
        await Expect(page.GetByText("Рабочее место закрыто")).ToBeVisibleAsync();

        await page.GetByLabel("Имя пользователя").FillAsync("receiver");
        await page.GetByLabel("Пароль").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == group);
        await Expect(page.GetByLabel("Фамилия", new() { Exact = true })).ToHaveValueAsync("Дроздов");
    }

    /// <summary>Moves the browser's clock and comes back to the window: timers would only look some seconds later.</summary>
    private static async Task LookAtAsync(IPage page, DateTime time)
    {
        await page.Clock.SetSystemTimeAsync(time);
        await page.EvaluateAsync("() => { dispatchEvent(new Event('focus')); }");
    }

    [Theory]
    [InlineData("Выйти")]
    [InlineData("Закрыть рабочее место")]
    public async Task Whoever_leaves_in_one_tab_has_left_in_all(string button)
    {
        var first = await NewPageAsync(host.Address);
        await first.SignInAsync("fullrights");
        await first.InteractiveAsync();
        var second = await first.Context.NewPageAsync();
        await second.OpenAsync("/top-ups");
        await first.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        // The form's own answer and the circuit's farewell lead to the same page, and one cuts the other short.
        foreach (var page in new[] { first, second })
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Вход", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_cookie_kept_from_before_opens_nothing_after_signing_out()
    {
        using var visitor = await host.SignInAsync("fullrights2", Cancellation);
        using var asked = await visitor.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var kept = Visitor.CookiesOf(visitor);
        using var form = await visitor.FormOfAsync("/account/sign-in", Cancellation);
        using var left = await visitor.PostAsync(new Uri("/account/sign-out", UriKind.Relative), form, Cancellation);
        Assert.Equal("/account/sign-in", left.PathOfRedirect());

        using var thief = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
        thief.DefaultRequestHeaders.Add("Cookie", kept);
        thief.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var refused = await thief.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        Assert.StartsWith("/account/sign-in", refused.PathOfRedirect(), StringComparison.Ordinal);
    }
}
