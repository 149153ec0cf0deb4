using System.Diagnostics;
using System.Diagnostics.Metrics;
using Kvell.Domain.CardTopUps;

namespace Kvell.Infrastructure.Operation;

/// <summary>
/// Meter <c>Kvell</c>: <c>kvell.payouts</c>, payouts by the state that an outcome brought them to, and <c>kvell.gateway.duration</c>, seconds of
/// a call. Its gauges are <see cref="UndecidedGauges"/>. Costs nothing while nobody listens.
/// </summary>
public static class PayoutMeter
{
    public const string Name = "Kvell";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Payouts = Meter.CreateCounter<long>("kvell.payouts", "{payout}", "Payouts by the state that an outcome brought them to.");
    private static readonly Histogram<double> Gateway = Meter.CreateHistogram<double>("kvell.gateway.duration", "s", "How long a call to KVELL took.");
    private static readonly ActivitySource Traces = new(Name);

    public static void Decided(TopUpState state) => Payouts.Add(1, KeyValuePair.Create<string, object?>("outcome", state.ToString()));

    /// <summary>A span of a call to KVELL: its method and its status, no number, no card, no body.</summary>
    /// <param name="method">The path without a number.</param>
    public static Activity? BeginCall(string method) => Traces.StartActivity("KVELL " + method, ActivityKind.Client)?.SetTag("kvell.method", method);

    /// <param name="status">Of the answer; null where none came.</param>
    public static void EndCall(this Activity? span, string method, int? status, TimeSpan duration)
    {
        object code = status is { } number ? number : "none";
        Gateway.Record(duration.TotalSeconds, KeyValuePair.Create<string, object?>("method", method), KeyValuePair.Create<string, object?>("status", (object?)code));
        span?.SetTag("http.response.status_code", code).SetStatus(status is null or >= 500 ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
    }
}
