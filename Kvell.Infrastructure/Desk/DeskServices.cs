using Kvell.Infrastructure.Branches;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Desk;

public static class DeskServices
{
    public static IServiceCollection AddKvellDesk(this IServiceCollection services) => services
        .AddSingleton<ShowWorkplace>()
        .AddSingleton<ListAttention>()
        .AddSingleton<ListUnfinishedDrafts>()
        .AddSingleton<ListTodaysLoans>()
        .AddSingleton<ListTodaysTopUps>()
        .AddSingleton<ShowDayTotals>()
        .AddSingleton<FindAnywhere>();
}
