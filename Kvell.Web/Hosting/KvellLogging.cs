using System.Globalization;
using Serilog;
using Serilog.Events;

namespace Kvell.Web.Hosting;

/// <summary>Serilog to the console and to a file a day. Nothing at these levels writes a query, a body or a parameter's value.</summary>
internal static class KvellLogging
{
    public const string ConsoleKey = "Logs:Console";

    private const string FolderKey = "Logs:Folder";
    private const int DaysKept = 31;
    private const string Template =
        "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {Correlation} {SourceContext}: {Message:lj}{NewLine}{Exception}";

    public static void AddKvellLogging(this WebApplicationBuilder builder)
    {
        var folder = Path.GetFullPath(builder.Configuration[FolderKey] ?? "logs", builder.Environment.ContentRootPath);

        // The static logger stays untouched: several hosts may live in one process.
        builder.Services.AddSerilog(
            log =>
            {
                log.MinimumLevel.Information()
                    .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                    .MinimumLevel.Override("System", LogEventLevel.Warning)
                    .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
                    .Enrich.FromLogContext()
                    .WriteTo.File(
                        Path.Combine(folder, "kvell-.log"),
                        outputTemplate: Template,
                        formatProvider: CultureInfo.InvariantCulture,
                        rollingInterval: RollingInterval.Day,
                        retainedFileCountLimit: DaysKept,
                        shared: true);
                if (builder.Configuration.GetValue(ConsoleKey, true))
                    log.WriteTo.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture);
            },
            preserveStaticLogger: true);
    }

    /// <summary>A line for each request but the files', without its query.</summary>
    public static void UseKvellRequestLogging(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0} ms";
        options.GetLevel = (context, _, failure) => failure is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : IsNoise(context.Request.Path) ? LogEventLevel.Debug
            : LogEventLevel.Information;
    });

    private static bool IsNoise(PathString path) =>
        path.StartsWithSegments("/_blazor") || path.StartsWithSegments("/jobs/stats") || Path.HasExtension(path.Value);
}
