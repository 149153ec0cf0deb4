using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.RequestLog;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Lists;

public static class JournalServices
{
    public static IServiceCollection AddKvellJournals(this IServiceCollection services) => services
        .AddSingleton<ShowListFrame>()
        .AddSingleton<ListTopUps>()
        .AddSingleton<ExportTopUps>()
        .AddSingleton<SumTopUps>()
        .AddSingleton<ShowTopUp>()
        .AddSingleton<ListPledges>()
        .AddSingleton<ExportPledges>()
        .AddSingleton<SumPledges>()
        .AddSingleton<ListRequests>()
        .AddSingleton<ExportRequests>()
        .AddSingleton<ShowRequest>();
}
