using Kvell.Domain.Common;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Kvell.Web.Hosting;

/// <summary>An answer without a body, and a fault, become a calm Russian page at the same address with the same status code.</summary>
internal static class StatusPages
{
    private const string Path = "/account/status";

    public static void UseKvellStatusPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Path,
            CreateScopeForErrors = true,
            StatusCodeSelector = failure => IsDenial(failure) ? StatusCodes.Status403Forbidden : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = context => IsDenial(context.Exception),
        });
        app.UseStatusCodePages(ShowAsync);
    }

    /// <summary>Without it a form whose token went stale is answered by a bare English sentence.</summary>
    public static void RefuseForgedForms(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    private static bool IsDenial(Exception failure) => failure is AccessDeniedException;

    private static async Task ShowAsync(StatusCodeContext status)
    {
        var (context, request) = (status.HttpContext, status.HttpContext.Request);

        // Only for who asked for a page: a program's call keeps its empty body.
        if (!request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html"))
            return;
        var (method, path, query, services) = (request.Method, request.Path, request.QueryString, context.RequestServices);
        await using var scope = services.CreateAsyncScope();
        try
        {
            // A page may have been begun in the request's own scope, and another can't begin there.
            context.RequestServices = scope.ServiceProvider;

            // The framework's own re-execution would post the refused form once more.
            (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, Path, default);
            request.RouteValues.Clear();
            context.SetEndpoint(null);
            context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature { OriginalPath = path, OriginalQueryString = query.Value });
            context.Features.Set<IAntiforgeryValidationFeature>(null);
            await status.Next(context);
        }
        finally
        {
            context.Features.Set<IStatusCodeReExecuteFeature>(null);
            (request.Method, request.Path, request.QueryString, context.RequestServices) = (method, path, query, services);
        }
    }
}
