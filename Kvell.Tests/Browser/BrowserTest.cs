using Microsoft.Playwright;
using Xunit;

namespace Kvell.Tests.Browser;

/// <summary>
/// Base of tests that drive pages. Whatever else a test asserts, it fails when a page of its logged an error, threw,
/// or lost a request to its own site.
/// </summary>
[Collection("Browser")]
public abstract class BrowserTest(BrowserFixture browser) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];

    /// <summary>What went wrong in the pages so far, and what of it the test expects.</summary>
    protected PageTroubles Troubles { get; } = new();

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState is { Result: TestResult.Failed })
            await ShootAllAsync();
        foreach (var context in _contexts)
            await context.CloseAsync();
        Troubles.Demand();
    }

    /// <summary>A page in a context of its own, signed in when a user is named, on no address yet.</summary>
    protected async Task<IPage> NewPageAsync(Uri site, string? user = null, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(site, user, options);
        _contexts.Add(context);
        Troubles.Watch(context, site);
        return await context.NewPageAsync();
    }

    private async Task ShootAllAsync()
    {
        var pages = _contexts.SelectMany(context => context.Pages).ToList();
        for (var i = 0; i < pages.Count; i++)
            await pages[i].ShootAsync($"failed-{TestContext.Current.TestMethod!.MethodName}-{i + 1}");
    }
}
