using Kvell.Tests.CardTopUps;
using Kvell.Web.Features.CardTopUps;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web.Look;

/// <summary>A document's panel «Решение» and its dialogs.</summary>
internal static class DecisionSights
{
    public static IReadOnlyList<Sight> All { get; } =
    [
        Page("decision-fresh", "receiver", disputes => disputes.Fresh, "решение можно предложить с"),
        Page("decision-silent", "fullrights", disputes => disputes.Silent, "Предложить решение"),
        Page("decision-own", "fullrights", disputes => disputes.Proposed, "Подтвердить должен другой человек"),
        Page("decision-proposed", "admin", disputes => disputes.Proposed, "Подтвердить решение"),
        Page("decision-by-hand", "fullrights", disputes => disputes.PaidByHand, "Вернуть на проверку"),
        Page("decision-no-answer", "fullrights", disputes => disputes.Refused, "Продолжить без проверки"),
        Dialog("decision-dialog", nameof(ProposeDecisionDialog), disputes => disputes.Silent, "Предложить решение", "Дата и время ответа KVELL", "Предложить"),
        Dialog("decision-back-dialog", nameof(ProposeDecisionDialog), disputes => disputes.PaidByHand, "Вернуть на проверку", "Дата и время ответа KVELL", "Предложить"),
        Dialog("decision-continue-dialog", nameof(ContinueDialog), disputes => disputes.Refused, "Продолжить без проверки", "Причина", "Продолжить"),
    ];

    private static Sight Page(string name, string user, Func<Disputes, Guid> topUp, string words) =>
        new(name, user, nameof(TopUpPage), (house, page) => DeskSights.SeeAsync(page, $"/top-ups/{topUp(house.Disputes)}", words));

    /// <summary>Opened and pressed with nothing typed.</summary>
    private static Sight Dialog(string name, string dialog, Func<Disputes, Guid> topUp, string button, string first, string press) =>
        new(name, "fullrights", dialog, async (house, page) =>
        {
            await DeskSights.SeeAsync(page, $"/top-ups/{topUp(house.Disputes)}", button);
            await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            await Expect(page.OpenDialog().GetByLabel(first)).ToBeFocusedAsync();
            await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = press, Exact = true }).ClickAsync();
            await Expect(page.OpenDialog().GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        });
}
