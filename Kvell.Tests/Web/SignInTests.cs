using System.Net;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Identity;
using Kvell.Tests.Hosting;
using Xunit;

namespace Kvell.Tests.Web;

public sealed class SignInTests(KvellHost host) : IClassFixture<KvellHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_demo_account_signs_in_and_sees_the_desk()
    {
        foreach (var account in DemoAccounts.All)
        {
            using var visitor = await host.SignInAsync(account.UserName, Cancellation);
            using var desk = await visitor.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
        }
    }

    [Fact]
    public async Task A_stranger_is_sent_to_the_sign_in_page_and_back_to_where_he_wanted()
    {
        using var visitor = host.CreateVisitor();
        using var asked = await visitor.GetAsync(new Uri("/top-ups", UriKind.Relative), Cancellation);
        Assert.Equal("/account/sign-in?returnUrl=%2Ftop-ups", asked.Headers.Location?.PathAndQuery);
        using var signedIn = await visitor.PostSignInAsync("receiver", DemoAccounts.Password, Cancellation, "?returnUrl=%2Ftop-ups");
        Assert.Equal(new Uri(host.Address, "/top-ups"), new Uri(host.Address, signedIn.Headers.Location!));
    }

    [Theory]
    [InlineData("https%3A%2F%2Fevil.example")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("%2F%5Cevil.example")]
    [InlineData("%2F%09%2Fevil.example")]
    public async Task A_return_address_elsewhere_leads_to_the_desk(string returnUrl)
    {
        using var visitor = host.CreateVisitor();
        using var answer = await visitor.PostSignInAsync("receiver", DemoAccounts.Password, Cancellation, "?returnUrl=" + returnUrl);
        Assert.Equal(new Uri(host.Address, "/"), new Uri(host.Address, answer.Headers.Location!));
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_name_and_says_what_to_look_at()
    {
        using var visitor = host.CreateVisitor();
        using var answer = await visitor.PostSignInAsync("fullrights", "Wrong-password-1!", Cancellation);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Имя пользователя или пароль не подходят", html, StringComparison.Ordinal);
        Assert.Contains("value=\"fullrights\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Wrong-password-1!", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_name_gets_the_same_sentence_as_a_wrong_password()
    {
        using var visitor = host.CreateVisitor();
        using var answer = await visitor.PostSignInAsync("nobody", "Wrong-password-1!", Cancellation);
        Assert.Contains("Имя пользователя или пароль не подходят", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_against_the_right_one()
    {
        await using var own = new KvellHost();
        using var visitor = own.CreateVisitor();
        for (var i = 0; i < IdentityServices.AttemptsBeforeLockout; i++)
            (await visitor.PostSignInAsync("fullrights2", "Wrong-password-1!", Cancellation)).Dispose();
        using var answer = await visitor.PostSignInAsync("fullrights2", DemoAccounts.Password, Cancellation);
        Assert.Null(answer.Headers.Location);
        Assert.Contains("Слишком много неудачных попыток", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page()
    {
        using var visitor = host.CreateVisitor();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["Form.UserName"] = "receiver",
            ["Form.Password"] = DemoAccounts.Password,
        });
        using var answer = await visitor.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Запрос не принят", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_demo_the_page_shows_no_accounts()
    {
        await using var plain = new KvellHost(new KvellHostOptions
        {
            Settings = new Dictionary<string, string> { [DemoOptions.EnabledKey] = "false" },
        });
        using var visitor = plain.CreateVisitor();
        var html = await visitor.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative), Cancellation);
        Assert.Contains("Войти", html, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoAccounts.Password, html, StringComparison.Ordinal);
    }
}
