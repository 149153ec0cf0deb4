using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.Demo;
using Kvell.Web.Features.Papers;

namespace Kvell.Tests.Web.Look;

/// <summary>Papers, as the screen shows them before they are printed.</summary>
internal static class PaperSights
{
    public static IReadOnlyList<Sight> All { get; } =
    [
        new("questionnaire-paper", "receiver", nameof(PrintClientPaperPage), (house, page) => DeskSights.SeeAsync(page, $"/pledges/papers/{house.Paid}/questionnaire", "Публичное должностное лицо")),
        new("consent-paper", "receiver", nameof(PrintClientPaperPage), (house, page) => DeskSights.SeeAsync(page, $"/pledges/papers/{house.Paid}/consent", "даю согласие")),
        new("slip", "receiver", nameof(PrintSlipPage), (house, page) => DeskSights.SeeAsync(page, $"/top-ups/{house.TopUps[TopUpState.Completed]}/slip", "Квитанция о выплате займа")),
        new("slip-nothing", "receiver", nameof(PrintSlipPage), (house, page) => DeskSights.SeeAsync(page, $"/top-ups/{house.TopUps[TopUpState.Postponed]}/slip", "Квитанции нет")),
        new("cash-paper", "receiver", nameof(PrintCashPage), (_, page) => DeskSights.SeeAsync(page, $"/cash/print/{DemoAccounts.All[0].BranchId}/2022-10-24", "Остаток на конец дня")),
    ];
}
