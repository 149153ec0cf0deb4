using Microsoft.Playwright;

namespace Kvell.Tests.Web.Look;

/// <summary>One screen in one state, as somebody meets it.</summary>
/// <param name="Name">What it is called among the pictures.</param>
/// <param name="User">Who looks; null is a stranger.</param>
/// <param name="Shows">The component that carries the route, or the <c>*Dialog</c> that is open; by its class's name.</param>
/// <param name="OpenAsync">Brings the page into the state, and waits until it is there.</param>
internal sealed record Sight(string Name, string? User, string Shows, Func<LookHouse, IPage, Task> OpenAsync)
{
    /// <summary>Texts of troubles that belong to the state: the 404 of an address that isn't there.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    public static IReadOnlyList<Sight> All { get; } =
        [.. AccountSights.All, .. DeskSights.All, .. WizardSights.All, .. DocumentSights.All, .. DialogSights.All, .. DecisionSights.All, .. ReceiptSights.All, .. PaperSights.All, .. SingleSights.All, .. BlankSights.All, .. SettingsSights.All, .. TariffSights.All, .. UserSights.All, .. TroubleSights.All];
}
