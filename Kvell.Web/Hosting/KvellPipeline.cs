using Hangfire;
using Kvell.Infrastructure.Emulator;
using Kvell.Web.Account;
using Kvell.Web.Components;
using Kvell.Web.Features.Branches;
using Kvell.Web.Features.CardTopUps;

namespace Kvell.Web.Hosting;

internal static class KvellPipeline
{
    public static void UseKvellPipeline(this WebApplication app)
    {
        app.UseMiddleware<StoppingGate>();
        app.UseMiddleware<CorrelationMiddleware>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseKvellRequestLogging();
        app.UseKvellTransport();
        app.UseResponseCompression();
        app.UseKvellStatusPages();

        // After the status pages, so that their re-execution is routed anew.
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<PasswordGate>();
        app.UseAntiforgery();
        app.RefuseForgedForms();
    }

    public static void MapKvell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits => circuits.ContentSecurityFrameAncestorsPolicy = null);
        app.MapKvellLeaving();
        app.MapKvellHealth();
        app.MapKvellExports();
        app.MapKvellEmulator();
        app.MapPublicKey();
        app.MapDecisionFile();
        app.MapHangfireDashboardWithAuthorizationPolicy(
            SignInServices.AdministratorsOnly,
            "/jobs",
            new DashboardOptions { DashboardTitle = "Kvell: фоновые задания", DisplayStorageConnectionString = false });
    }
}
