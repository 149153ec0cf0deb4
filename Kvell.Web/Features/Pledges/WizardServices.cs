using Kvell.Web.Features.CardTopUps;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Kvell.Web.Features.Pledges;

public static class WizardServices
{
    /// <summary>What the open pages of the group wizard share, and what each has of its own.</summary>
    public static IServiceCollection AddKvellWizard(this IServiceCollection services) => services
        .AddSingleton<DraftWindows>()
        .AddScoped<CircuitPresence>()
        .AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitPresence>())
        .AddScoped<WizardScript>()
        .AddScoped<CardPress>()
        .AddScoped<PayoutsInView>()
        .AddScoped<TicketPrinter>()
        .AddScoped<PledgeIssueReader>()
        .AddTransient<DraftKeeper>();
}
