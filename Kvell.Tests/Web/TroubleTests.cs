using System.Net;
using System.Text.RegularExpressions;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Identity;
using Kvell.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Web;

/// <summary>A page that breaks: the password check is made to throw inside the sign-in page.</summary>
public sealed partial class TroubleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fault_shows_a_calm_page_with_the_number_under_which_the_log_has_it()
    {
        await using var host = HostThatThrows(new InvalidOperationException("The password check broke."));
        using var visitor = host.CreateVisitor();
        using var answer = await visitor.PostSignInAsync("receiver", "Typed-by-a-person-1!", Cancellation, "?returnUrl=%2Fsecret-in-query");
        var html = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Страница не открылась", html, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", html, StringComparison.Ordinal);
        var number = Number().Match(html).Groups[1].Value;
        Assert.Equal(number, answer.Headers.GetValues("X-Correlation-Id").Single());

        await host.DisposeAsync();
        var log = host.LogText;
        Assert.Contains($"{number} Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", log, StringComparison.Ordinal);
        Assert.Contains("The password check broke.", log, StringComparison.Ordinal);
        Assert.Contains($"{number} Serilog.AspNetCore.RequestLoggingMiddleware: POST /account/sign-in 500", log, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-in-query", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Typed-by-a-person-1!", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_denial_inside_a_page_answers_403()
    {
        await using var host = HostThatThrows(new AccessDeniedException());
        using var visitor = host.CreateVisitor();
        using var answer = await visitor.PostSignInAsync("receiver", "Typed-by-a-person-1!", Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("<h1>Нет доступа</h1>", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static KvellHost HostThatThrows(Exception failure) => new(new KvellHostOptions
    {
        Services = services => services.AddScoped<IPasswordHasher<KvellUser>>(_ => new BrokenHasher(failure)),
    });

    [GeneratedRegex("<span class=\"mono\">([0-9a-f]{10})</span>")]
    private static partial Regex Number();

    private sealed class BrokenHasher(Exception failure) : IPasswordHasher<KvellUser>
    {
        public string HashPassword(KvellUser user, string password) => throw failure;

        public PasswordVerificationResult VerifyHashedPassword(KvellUser user, string hashedPassword, string providedPassword) => throw failure;
    }
}
