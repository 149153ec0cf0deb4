using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.Gateway;
using Kvell.Infrastructure.Jobs;
using Kvell.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.CardTopUps;

public static class CardTopUpServices
{
    public static IServiceCollection AddKvellCardTopUps(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<KvellOptions>>().Value;
            return new ProtocolSettings(options.RequestTimeout, options.NotFoundGrace, options.LeaseMargin);
        });
        services.AddSingleton<TopUpClaims>();
        services.TryAddSingleton<NumberAttempt>(TransactionNumber.Of);
        services.AddSingleton<TopUpWriteAhead>();
        services.AddSingleton<OutcomeRecorder>();
        services.AddSingleton<TopUpProcessor>();
        services.AddSingleton<TopUpSender>();
        services.AddHostedService(provider => provider.GetRequiredService<TopUpSender>());
        services.AddSingleton<TopUpJob>();
        services.AddSingleton<TopUpSweep>();
        services.AddSingleton<IJobSchedule, TopUpJobSchedule>();
        services.TryAddSingleton<ITopUpTimer, HangfireTopUpTimer>();
        services.AddSingleton<KvellReadinessCheck>();
        services.AddSingleton<PressRules>();
        services.AddSingleton<CardChoice>();
        services.AddSingleton<TopUpDocuments>();
        services.AddSingleton<IClosedNumbers, ClosedNumbers>();
        services.AddSingleton<OfferPayout>();
        services.AddSingleton<PayLoansToCard>();
        services.AddSingleton<ShowGroupPayouts>();
        services.AddSingleton<ShowMyPayouts>();
        services.AddSingleton<CheckTopUpNow>();
        services.AddSingleton<StopTopUp>();
        services.AddSingleton<ConfirmTopUp>();
        services.AddSingleton<TopUpDecisions>();
        services.AddSingleton<ProposeDecision>();
        services.AddSingleton<ConfirmDecision>();
        services.AddSingleton<RejectDecision>();
        services.AddSingleton<ContinueWithoutCheck>();
        services.AddSingleton<DownloadDecisionFile>();
        return services;
    }
}
