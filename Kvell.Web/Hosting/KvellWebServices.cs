using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kvell.Web.Account;
using Kvell.Web.Components.Lists;
using Kvell.Web.Features.Pledges;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.ResponseCompression;
using MudBlazor.Services;

namespace Kvell.Web.Hosting;

internal static class KvellWebServices
{
    public static IServiceCollection AddKvellWeb(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddKvellSignIn();
        services.AddKvellWizard();
        services.AddScoped<ListScript>();
        services.AddScoped<Correlation>();
        services.AddScoped<CircuitHandler, CircuitCorrelation>();
        services.AddResponseCompression(compression => compression.MimeTypes = ["text/html"]);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        return services;
    }
}
