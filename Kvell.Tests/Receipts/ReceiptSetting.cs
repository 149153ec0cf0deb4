using Kvell.Infrastructure.Settings;
using Kvell.Tests.Hosting;
using Kvell.Tests.Settings;
using Xunit;

namespace Kvell.Tests.Receipts;

internal static class ReceiptSetting
{
    /// <summary>«Печать чека по кнопке, а не при проведении», by an administrator's hand.</summary>
    public static async Task PrintReceiptByButtonAsync(this KvellHost host, bool isOn)
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var stored = await desk.Get<ShowGeneralSettings>().ExecuteAsync(desk.Actor, CancellationToken.None);
        stored.Form.PrintReceiptByButton = isOn;
        Assert.True((await desk.Get<SaveGeneralSettings>().ExecuteAsync(desk.Actor, stored.Form, stored.Version, CancellationToken.None)).IsSaved);
    }
}
