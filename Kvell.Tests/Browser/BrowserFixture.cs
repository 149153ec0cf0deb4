using System.Collections.Concurrent;
using Kvell.Tests.Browser;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Kvell.Tests.Browser;

/// <summary>One browser for the whole run, started by the first test that needs it, and the sign-ins made in it.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    private readonly Lazy<Task<Chromium>> _chromium = new(Chromium.LaunchAsync);
    private readonly ConcurrentDictionary<(string Site, string User), Task<string>> _signIns = new();

    /// <summary>A context of its own (cookies, storage), signed in when a user is named.</summary>
    /// <param name="site">Address of the application under test.</param>
    public async Task<IBrowserContext> NewContextAsync(Uri site, string? user, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = site.AbsoluteUri;
        options.Locale ??= "ru-RU";
        options.TimezoneId ??= "Europe/Moscow";
        options.ViewportSize ??= new() { Width = 1440, Height = 900 };
        options.ReducedMotion ??= ReducedMotion.Reduce;
        if (user is not null)
            options.StorageState = await _signIns.GetOrAdd((site.AbsoluteUri, user), _ => SignInAsync(site, user));
        return await (await _chromium.Value).Browser.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium.IsValueCreated)
            await (await _chromium.Value).DisposeAsync();
    }

    private async Task<string> SignInAsync(Uri site, string user)
    {
        await using var context = await NewContextAsync(site, null);
        var page = await context.NewPageAsync();
        await page.SignInAsync(user);
        return await context.StorageStateAsync();
    }
}
