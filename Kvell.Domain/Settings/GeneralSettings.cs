using Kvell.Domain.Common;

namespace Kvell.Domain.Settings;

/// <summary>«Общие настройки ломбарда» as shown and typed.</summary>
public sealed record GeneralForm
{
    public bool PrintReceiptByButton { get; set; }

    public static GeneralForm Of(GeneralSettings? settings) => new() { PrintReceiptByButton = (settings ?? GeneralSettings.Create()).PrintReceiptByButton };
}

/// <summary>«Общие настройки ломбарда»: one row.</summary>
public sealed class GeneralSettings : SettingsRow
{
    private GeneralSettings()
    {
    }

    /// <summary>
    /// «Печать чека по кнопке, а не при проведении». On until somebody switches it off: a cashless receipt attests a settlement, so the card comes first.
    /// </summary>
    public bool PrintReceiptByButton { get; private set; }

    public static GeneralSettings Create() => new() { PrintReceiptByButton = true };

    public void Change(GeneralForm form, Actor by, DateTime now)
    {
        PrintReceiptByButton = form.PrintReceiptByButton;
        NoteChange(by, now);
    }
}
