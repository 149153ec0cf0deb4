using System.Diagnostics;
using System.Text.Json.Nodes;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Gateway.KvellApi;
using Kvell.Tests.Lab.Bank;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>One press for ten loans against a gateway that answers in 300 ms, over those 300 ms.</summary>
internal sealed class GroupOfTen : Benchmark
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(300);

    public override string Name => "group-10";

    public override string Aim => "≤ 3.3";

    public override async Task<double> MeasureAsync(Action<string> say)
    {
        var bank = new SlowBank();
        await using var desk = new PayoutDesk(services => services.Replace(ServiceDescriptor.Singleton(new KvellTransport(bank))));
        for (var i = 0; i < PayoutDesk.WarmUpPayouts / 10; i++)
            await PressAsync(desk);
        bank.AnswerTime = AnswerTime;
        var (groups, calls) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            groups.Add(await PressAsync(desk));
            calls.Add(await TimeAsync(() => Task.Delay(AnswerTime)));
        }

        say($"{Name}: {Median(groups):0} ms for ten, {Median(calls):0} ms for one answer");
        return Median(groups) / Median(calls);
    }

    private static async Task<double> PressAsync(PayoutDesk desk)
    {
        var presses = await desk.PostAsync(10);
        var time = await TimeAsync(() => desk.Get<TopUpSender>().Start(presses));
        await desk.DemandPaidAsync(presses);
        return time;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private sealed class SlowBank : HttpMessageHandler
    {
        public TimeSpan AnswerTime { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var sent = JsonNode.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken))!;
            await Task.Delay(AnswerTime, cancellationToken);
            var reply = new JsonObject
            {
                ["id"] = "1",
                ["status"] = "completed",
                ["transaction"] = sent["transaction"]!.GetValue<string>(),
                ["amount"] = sent["amount"]!.GetValue<long>(),
            };
            return new BankReply(200, reply.ToJsonString()).ToResponse();
        }
    }
}
