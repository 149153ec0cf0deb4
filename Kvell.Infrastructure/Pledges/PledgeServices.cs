using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Cash;
using Kvell.Infrastructure.Receipts;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Pledges;

public static class PledgeServices
{
    /// <summary>Use-cases and queries of the group wizard, its receipts and the cash.</summary>
    public static IServiceCollection AddKvellPledges(this IServiceCollection services) => services
        .AddSingleton<IGroupDraftFacts, GroupDraftFactsReader>()
        .AddSingleton<IIssueGate, IssueGate>()
        .AddSingleton<ListBranchChoices>()
        .AddSingleton<OpenDraft>()
        .AddSingleton<LoadDraft>()
        .AddSingleton<SaveDraft>()
        .AddSingleton<CloseDraft>()
        .AddSingleton<FindPledgors>()
        .AddSingleton<OpenPledgor>()
        .AddSingleton<FindSamePassport>()
        .AddSingleton<RecallChecks>()
        .AddSingleton<PrintTickets>()
        .AddSingleton<SpoilBlank>()
        .AddSingleton<SpoilBlankByNumber>()
        .AddSingleton<CancelTicket>()
        .AddSingleton<StoredRules>()
        .AddSingleton<PostPledges>()
        .AddSingleton<EnterCash>()
        .AddSingleton<ZeroOperation>()
        .AddSingleton<RedateLoans>()
        .AddSingleton<ShowDocuments>()
        .AddSingleton<ShowTickets>()
        .AddSingleton<ShowClientPapers>()
        .AddSingleton<ShowPledge>()
        .AddSingleton<ListRates>()
        .AddSingleton<ListTariffs>()
        .AddSingleton<SaveTariff>()
        .AddSingleton<SaveFullCostCap>()
        .AddSingleton<ICashRegister, PaperRegister>()
        .AddSingleton<ReceiptHandOver>()
        .AddSingleton<PrintReceipts>()
        .AddSingleton<ReturnReceipt>()
        .AddSingleton<ShowReceipts>()
        .AddSingleton<EnterCashMove>()
        .AddSingleton<ShowCashBook>();
}
