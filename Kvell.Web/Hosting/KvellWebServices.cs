using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kvell.Web.Account;
using Kvell.Web.Components.Layout;
using Kvell.Web.Components.Lists;
using Kvell.Web.Features.Pledges;
using Kvell.Web.Features.Users;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.ResponseCompression;
using MudBlazor.Services;

namespace Kvell.Web.Hosting;

internal static class KvellWebServices
{
    public static IServiceCollection AddKvellWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddKvellProxies(configuration);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(forms => forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddKvellSignIn();
        services.AddKvellWizard();
        services.AddSingleton<UserActions>();
        services.AddScoped<FrameScript>();
        services.AddScoped<ListScript>();
        services.AddScoped<Correlation>();
        services.AddScoped<CircuitHandler, CircuitCorrelation>();
        services.AddResponseCompression(compression => compression.MimeTypes = ["text/html"]);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        return services;
    }
}
