using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace Kvell.Web.Hosting;

/// <summary>The builder with the one <c>appsettings.json</c>, wherever the application is started from.</summary>
internal static class KvellBuilder
{
    public static WebApplicationBuilder Create(string[] args)
    {
        // Published, wwwroot stands beside the binaries, and another working directory would serve its files empty.
        var isPublished = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = isPublished ? AppContext.BaseDirectory : null,
        });
        if (!isPublished && !builder.Environment.IsDevelopment())
            builder.WebHost.UseStaticWebAssets();

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        AddBaseSources(builder);
        SqliteFile.Place(builder.Configuration, builder.Environment.ContentRootPath);
        SealingCertificate.Place(builder.Configuration, builder.Environment.ContentRootPath);
        return builder;
    }

    /// <summary>Below every other source: the root's file, and below it what the environment implies.</summary>
    private static void AddBaseSources(WebApplicationBuilder builder)
    {
        var file = new JsonConfigurationSource { Path = Path.Combine(AppContext.BaseDirectory, "appsettings.json") };
        file.ResolveFileProvider();
        var configuration = builder.Configuration;
        configuration.Sources.Insert(0, file);
        configuration.Sources.Insert(0, Implied(DemoOptions.EnabledKey, builder.Environment.IsDevelopment().ToString()));

        // A circuit's error tells the browser what it was.
        configuration.Sources.Insert(0, Implied(WebHostDefaults.DetailedErrorsKey, builder.Environment.IsDevelopment().ToString()));
        if (configuration.GetValue<bool>(DemoOptions.EnabledKey))
            configuration.Sources.Insert(0, Implied("Kvell:NotFoundGrace", DemoOptions.NotFoundGrace.ToString()));
    }

    private static MemoryConfigurationSource Implied(string key, string value) =>
        new() { InitialData = [KeyValuePair.Create<string, string?>(key, value)] };
}
