using Kvell.Infrastructure.Operation;
using Kvell.Infrastructure.Settings;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kvell.Web.Hosting;

/// <summary>Meters and traces by OTLP over HTTP. Nothing is collected until <c>OpenTelemetry:Endpoint</c> is set.</summary>
internal static class Telemetry
{
    private const string Key = "OpenTelemetry:Endpoint";

    /// <exception cref="SettingException">The endpoint isn't an address.</exception>
    public static IServiceCollection AddKvellTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[Key] is not { Length: > 0 } text)
            return services;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw new SettingException($"{Key}: нужен полный адрес сборщика OTLP, например http://localhost:4318.");

        void Export(OtlpExporterOptions options, string signal)
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/v1/" + signal);
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("kvell"))
            .WithMetrics(metrics => metrics
                .AddMeter(PayoutMeter.Name, "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Lifecycle", "Microsoft.AspNetCore.Components.Server.Circuits")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter(options => Export(options, "metrics")))
            .WithTracing(traces => traces
                .AddSource(PayoutMeter.Name, "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits")
                .AddAspNetCoreInstrumentation(web => web.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                .AddOtlpExporter(options => Export(options, "traces")));
        return services;
    }
}
