using System.Net;
using Kvell.Infrastructure.Demo;
using Kvell.Tests.Hosting;
using Xunit;

namespace Kvell.Tests.Web;

/// <summary>The process itself, started from a folder that is not its own.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kvell-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task It_serves_its_files_wherever_it_is_started(string environment)
    {
        if (environment == "Development")
            File.Copy(SeededDatabase.File, Path.Combine(_folder, "kvell.db"));
        using var process = KvellProcess.Start(_folder, environment);
        using var visitor = Visitor.Create((await process.AddressAsync(Cancellation))!);
        using var page = await visitor.GetAsync(new Uri("/account/sign-in", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        foreach (var file in new[] { "/css/tokens.css", "/_content/MudBlazor/MudBlazor.min.css", "/_framework/blazor.web.js" })
            Assert.NotEmpty(await visitor.GetByteArrayAsync(new Uri(file, UriKind.Relative), Cancellation));
        Assert.Equal(0, await process.TerminateAsync(Cancellation));
    }

    [Fact]
    public async Task The_demo_greets_with_its_address_and_accounts()
    {
        File.Copy(SeededDatabase.File, Path.Combine(_folder, "kvell.db"));
        using var process = KvellProcess.Start(_folder);
        Assert.NotNull(await process.AddressAsync(Cancellation));
        await process.TerminateAsync(Cancellation);
        Assert.Contains(DemoAccounts.Password, process.Output, StringComparison.Ordinal);
        Assert.All(DemoAccounts.All, account => Assert.Contains(account.UserName, process.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_emulator_alone_is_no_desk_and_does_no_work_of_one()
    {
        File.Copy(SeededDatabase.File, Path.Combine(_folder, "kvell.db"));
        using var process = KvellProcess.Start(_folder, settings: [("Emulator:Only", "true")]);
        using var visitor = Visitor.Create((await process.AddressAsync(Cancellation))!);

        Assert.Equal("[]", await visitor.GetStringAsync(new Uri("/emulator/ledger", UriKind.Relative), Cancellation));
        using var unsigned = await visitor.GetAsync(new Uri("/v1/orders/one", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsigned.StatusCode);
        foreach (var path in new[] { "/", "/account/sign-in", "/jobs" })
        {
            using var page = await visitor.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        }

        Assert.Equal(0, await process.TerminateAsync(Cancellation));
        Assert.DoesNotContain("Hangfire", process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_shows_no_accounts_and_has_no_users()
    {
        using var process = KvellProcess.Start(_folder, "Production");
        using var visitor = Visitor.Create((await process.AddressAsync(Cancellation))!);
        using var answer = await visitor.PostSignInAsync("admin", DemoAccounts.Password, Cancellation);
        Assert.Null(answer.Headers.Location);
        await process.TerminateAsync(Cancellation);
        Assert.DoesNotContain(DemoAccounts.Password, process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_said_in_a_sentence()
    {
        using var first = KvellProcess.Start(_folder, "Production");
        var address = (await first.AddressAsync(Cancellation))!;
        using var second = KvellProcess.Start(_folder, "Production", [("urls", address.GetLeftPart(UriPartial.Authority))]);
        Assert.Equal(1, await second.ExitAsync(Cancellation));
        Assert.Contains("Адрес занят другой программой", second.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
