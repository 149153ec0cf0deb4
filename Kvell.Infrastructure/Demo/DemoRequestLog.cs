using System.Globalization;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Demo;

/// <summary>The log that «Ломбард №1» kept on 20.10.2022, before Kvell, with its own flags.</summary>
internal sealed class DemoRequestLog : IDemoSeeder
{
    private const string Resource = "Kvell.Infrastructure.Demo.request-log-2022-10-20.tsv";
    private static readonly DateTime KvellBegan = new(2022, 10, 21, 0, 0, 0, DateTimeKind.Utc);

    public int Order => 30;

    public async Task SeedAsync(KvellDbContext db, CancellationToken cancellationToken)
    {
        var isThere = await db.Set<GatewayRequest>()
            .AnyAsync(request => request.BranchId == DemoBranches.FirstId && request.StartedAt < KvellBegan, cancellationToken);
        if (!isThere)
            db.AddRange(Read());
    }

    public static IEnumerable<GatewayRequest> Read()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(DemoBranches.Zone);
        using var reader = new StreamReader(typeof(DemoRequestLog).Assembly.GetManifestResourceStream(Resource)!);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split('\t');
            var local = DateTime.ParseExact(cells[0], "dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture);
            yield return GatewayRequest.Import(
                DemoBranches.FirstId, TimeZoneInfo.ConvertTimeToUtc(local, zone), cells[1].Length > 0, cells[2], cells[3], cells[4]);
        }
    }
}
