using System.Net;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Identity;
using Kvell.Tests.Hosting;
using Kvell.Web.Account;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Web;

/// <summary>How a session ends, and what a given password opens.</summary>
public sealed class SessionTests : IAsyncDisposable
{
    private const string Given = "seven green tomatoes";
    private const string Chosen = "nine purple aubergines";
    private readonly KvellHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Actor Admin { get; } = new(DemoAccounts.All[^1].Id, "Лебедев Николай Петрович", [UserRole.Administrator], null);

    private static DemoAccount Receiver { get; } = DemoAccounts.All[0];

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_blocked_user_is_out_with_his_next_request_and_told_why_only_with_the_right_password()
    {
        using var visitor = await _host.SignInAsync(Receiver.UserName, Cancellation);
        await Get<BlockUser>().ExecuteAsync(Admin, Receiver.Id, Cancellation);
        Assert.Equal("/account/sign-in", (await LocationAsync(visitor, "/"))!.Split('?')[0]);
        Assert.Contains("Учётная запись заблокирована", await TryAsync(Receiver.UserName, DemoAccounts.Password), StringComparison.Ordinal);
        Assert.Contains("не подходят", await TryAsync(Receiver.UserName, "Wrong-password-1!"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_ends_the_sessions_and_the_password_still_fits()
    {
        using var visitor = await _host.SignInAsync(Receiver.UserName, Cancellation);
        await Get<EndUserSessions>().ExecuteAsync(Admin, Receiver.Id, Cancellation);
        Assert.NotNull(await LocationAsync(visitor, "/"));
        using var again = await _host.SignInAsync(Receiver.UserName, Cancellation);
        Assert.Null(await LocationAsync(again, "/"));
    }

    [Fact]
    public async Task A_given_password_opens_only_the_page_to_change_it()
    {
        using var visitor = await SignInWithGivenAsync();
        foreach (var path in new[] { "/", "/pledges", "/top-ups" })
            Assert.Equal("/account/password", await LocationAsync(visitor, path));
        using var circuit = await visitor.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, circuit.StatusCode);

        Assert.Equal("/", await ChangeAsync(visitor, Given, Chosen, Chosen));
        Assert.Null(await LocationAsync(visitor, "/"));
        using var next = _host.CreateVisitor();
        using var signedIn = await next.PostSignInAsync(Receiver.UserName, Chosen, Cancellation);
        Assert.Equal("/", signedIn.PathOfRedirect());
        Assert.Null(await LocationAsync(next, "/"));
    }

    [Theory]
    [InlineData("", Chosen, Chosen, "Введите пароль, с которым вы вошли")]
    [InlineData("Wrong-password-1!", Chosen, Chosen, "Текущий пароль не подходит")]
    [InlineData(DemoAccounts.Password, "", "", "Придумайте новый пароль")]
    [InlineData(DemoAccounts.Password, "short", "short", "короче 12")]
    [InlineData(DemoAccounts.Password, Chosen, "nine purple", "Пароли не совпадают")]
    [InlineData(DemoAccounts.Password, DemoAccounts.Password, DemoAccounts.Password, "должен отличаться")]
    public async Task What_is_wrong_with_a_change_is_said_and_the_old_password_stays(string current, string chosen, string repeated, string words)
    {
        using var visitor = await _host.SignInAsync(Receiver.UserName, Cancellation);
        Assert.Contains(words, await ChangeAsync(visitor, current, chosen, repeated), StringComparison.Ordinal);
        using var again = await _host.SignInAsync(Receiver.UserName, Cancellation);
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_keeps_this_one()
    {
        using var here = await _host.SignInAsync(Receiver.UserName, Cancellation);
        using var elsewhere = await _host.SignInAsync(Receiver.UserName, Cancellation);
        Assert.Equal("/", await ChangeAsync(here, DemoAccounts.Password, Chosen, Chosen));
        Assert.Null(await LocationAsync(here, "/"));
        Assert.NotNull(await LocationAsync(elsewhere, "/"));
    }

    [Fact]
    public async Task Whoever_goes_out_everywhere_is_out_everywhere()
    {
        using var here = await _host.SignInAsync(Receiver.UserName, Cancellation);
        using var elsewhere = await _host.SignInAsync(Receiver.UserName, Cancellation);
        await PostAsync(here, "sessions");
        Assert.NotNull(await LocationAsync(here, "/"));
        Assert.NotNull(await LocationAsync(elsewhere, "/"));
    }

    [Fact]
    public async Task An_address_that_tries_one_password_on_many_names_is_stopped_and_the_right_ones_count_nothing()
    {
        for (var i = 0; i < SignInThrottle.WrongPerMinute; i++)
        {
            using var right = await _host.SignInAsync("fullrights", Cancellation);
            await TryAsync($"somebody{i}", "Wrong-password-1!");
        }

        using var visitor = _host.CreateVisitor();
        using var answer = await visitor.PostSignInAsync("fullrights", DemoAccounts.Password, Cancellation);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("С этого компьютера слишком много", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_passwords_lock_out_an_administrator_only_while_another_may_come_in()
    {
        await LockOutAsync("admin");
        using var stillIn = await _host.SignInAsync("admin", Cancellation);

        Assert.Empty(await Get<CreateUser>().ExecuteAsync(
            Admin, new UserForm { UserName = "deputy", FullName = "Орлов Пётр Ильич", Roles = [UserRole.Administrator], Password = Given, MustChangePassword = false }, Cancellation));
        await LockOutAsync("admin");
        Assert.Contains("Слишком много неудачных попыток", await TryAsync("admin", DemoAccounts.Password), StringComparison.Ordinal);
        await LockOutAsync("deputy");
        using var oneOfThem = await _host.SignInAsync("admin", Cancellation);
    }

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private async Task LockOutAsync(string userName)
    {
        for (var i = 0; i < IdentityServices.AttemptsBeforeLockout; i++)
            await TryAsync(userName, "Wrong-password-1!");
    }

    private async Task<HttpClient> SignInWithGivenAsync()
    {
        Assert.Null(await Get<ResetPassword>().ExecuteAsync(Admin, Receiver.Id, Given, mustChange: true, Cancellation));
        var visitor = _host.CreateVisitor();
        using var answer = await visitor.PostSignInAsync(Receiver.UserName, Given, Cancellation);
        Assert.NotNull(answer.Headers.Location);
        return visitor;
    }

    private async Task<string> TryAsync(string userName, string password)
    {
        using var visitor = _host.CreateVisitor();
        using var answer = await visitor.PostSignInAsync(userName, password, Cancellation);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Where the answer sends the visitor; null where it is the page itself.</summary>
    private static async Task<string?> LocationAsync(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return answer.PathOfRedirect();
    }

    /// <summary>Where the change leads, or the page with what is wrong.</summary>
    private static Task<string> ChangeAsync(HttpClient visitor, string current, string chosen, string repeated) =>
        PostAsync(visitor, "password", ("Form.Current", current), ("Form.Chosen", chosen), ("Form.Repeated", repeated));

    private static async Task<string> PostAsync(HttpClient visitor, string form, params (string Name, string Value)[] typed)
    {
        const string Page = "/account/password";
        using var hidden = await visitor.FormOfAsync(Page, Cancellation);
        var token = (await hidden.ReadAsStringAsync(Cancellation)).Split('&').Select(pair => pair.Split('=')).First(pair => pair[0] == "__RequestVerificationToken")[1];
        using var content = new FormUrlEncodedContent(
            [new("_handler", form), new("__RequestVerificationToken", Uri.UnescapeDataString(token)), .. typed.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await visitor.PostAsync(new Uri(Page, UriKind.Relative), content, Cancellation);
        return answer.PathOfRedirect() ?? WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
