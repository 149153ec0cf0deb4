using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Desk;

public static class DeskServices
{
    public static IServiceCollection AddKvellDesk(this IServiceCollection services) => services
        .AddSingleton<ListAttention>()
        .AddSingleton<ListUnfinishedDrafts>()
        .AddSingleton<ListTodaysLoans>()
        .AddSingleton<ListTodaysTopUps>()
        .AddSingleton<ShowDayTotals>();
}
