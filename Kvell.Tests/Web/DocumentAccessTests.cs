using System.Net;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Web;

/// <summary>A document's address, asked for directly, is answered by the rights of who asks.</summary>
public sealed class DocumentAccessTests(KvellHost host) : IClassFixture<KvellHost>, IAsyncLifetime
{
    private Guid _operation;
    private Guid _topUp;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(draft)));
        await desk.SettledAsync(draft);
        _topUp = Assert.Single(await desk.TopUpsAsync(draft)).Id;
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync(Stop);
        _operation = await db.Set<PledgeOperation>().Where(row => row.DraftId == draft).Select(row => row.Id).SingleAsync(Stop);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("receiver", HttpStatusCode.OK)]
    [InlineData("receiver2", HttpStatusCode.Forbidden)]
    [InlineData("fullrights", HttpStatusCode.OK)]
    [InlineData("admin", HttpStatusCode.OK)]
    public async Task A_document_opens_to_its_branch_and_to_whom_sees_all(string user, HttpStatusCode expected)
    {
        using var visitor = await host.SignInAsync(user, Stop);
        foreach (var address in new[] { $"/pledges/{_operation}", $"/top-ups/{_topUp}" })
        {
            var (status, html) = await GetAsync(visitor, address);
            Assert.Equal(expected, status);
            Assert.Equal(expected == HttpStatusCode.Forbidden, html.Contains("Нет доступа", StringComparison.Ordinal));
            Assert.Equal(expected == HttpStatusCode.OK, html.Contains("Иванов", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_a_404()
    {
        using var visitor = await host.SignInAsync("receiver", Stop);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(visitor, $"/pledges/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(visitor, $"/top-ups/{Guid.NewGuid()}")).Status);
    }

    [Theory]
    [InlineData("receiver", HttpStatusCode.Forbidden)]
    [InlineData("fullrights", HttpStatusCode.OK)]
    [InlineData("admin", HttpStatusCode.OK)]
    public async Task The_request_log_is_closed_to_receivers(string user, HttpStatusCode expected)
    {
        using var visitor = await host.SignInAsync(user, Stop);
        Assert.Equal(expected, (await GetAsync(visitor, "/request-log")).Status);
    }

    private static async Task<(HttpStatusCode Status, string Html)> GetAsync(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
