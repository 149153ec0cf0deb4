using System.Net;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Kvell.Tests.Web;

public sealed class StoppingGateTests
{
    [Fact]
    public async Task Nobody_new_comes_in_once_the_server_is_stopping()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var host = new KvellHost();
        using var visitor = await host.SignInAsync("receiver", cancellation);
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();

        // In this callback the server is stopping and still listens: the moment in which an open page reconnects.
        HttpStatusCode? answered = null;
        lifetime.ApplicationStopping.Register(() =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, host.Address);
            using var answer = visitor.Send(request, cancellation);
            answered = answer.StatusCode;
        });
        lifetime.StopApplication();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answered);
    }

    [Fact]
    public async Task A_sender_whose_host_has_gone_may_be_stopped_again_and_takes_up_nothing()
    {
        await using var host = new KvellHost();
        var sender = host.Services.GetRequiredService<TopUpSender>();
        await host.DisposeAsync();
        await sender.StopAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sender.Start([(Guid.NewGuid(), TopUpVisit.BySchedule)]));
    }
}
