using System.Globalization;
using System.Net.Mime;
using System.Security.Claims;
using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.RequestLog;
using Kvell.Web.Account;
using Kvell.Web.Features.CardTopUps;
using Kvell.Web.Features.Pledges;
using Kvell.Web.Features.RequestLog;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;

namespace Kvell.Web.Hosting;

/// <summary>A list's address with <c>/export</c>: the same rows, all of them, to the same people, as a workbook.</summary>
internal static class ListExports
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapKvellExports(this WebApplication app)
    {
        Map(app, "/request-log", PageRoles.Office, "Логирование", RequestsAddress.Read, (ExportRequests export) => export.ExecuteAsync);
        Map(app, "/top-ups", PageRoles.Everybody, "Пополнения", TopUpsAddress.Read, (ExportTopUps export) => export.ExecuteAsync);
        Map(app, "/pledges", PageRoles.Everybody, "Операции", PledgesAddress.Read, (ExportPledges export) => export.ExecuteAsync);
    }

    private static void Map<TFilter, TExport>(
        WebApplication app, string page, string roles, string name, Func<Func<string, string?>, TFilter> read,
        Func<TExport, Func<Actor, TFilter, Stream, CancellationToken, Task>> execute)
        where TFilter : ListFilter
        where TExport : notnull => app
            .MapGet($"{page}/export", async (HttpContext http, TExport export, ActorDirectory actors, TimeProvider time) =>
            {
                var filter = read(part => http.Request.Query[part]);
                var stopped = http.RequestAborted;
                var actor = Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? await actors.FindAsync(id, stopped) : Actor.Nobody;
                http.Response.ContentType = Xlsx;
                http.Response.Headers.ContentDisposition = new ContentDisposition
                {
                    FileName = string.Create(CultureInfo.InvariantCulture, $"{name}-{time.GetUtcNow():yyyy-MM-dd}.xlsx"),
                }.ToString();
                http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

                // A ZIP's ends of files are written at once, not asynchronously: the server takes them through its pipe only.
                await execute(export)(actor, filter, http.Response.BodyWriter.AsStream(), stopped);
            })
            .RequireAuthorization(new AuthorizeAttribute { Roles = roles });
}
