using System.Globalization;
using Kvell.Infrastructure.Settings;

namespace Kvell.Web.Hosting;

/// <summary>What the machine must have before anything else makes sense, and the process's one culture.</summary>
internal static class MachineCheck
{
    private const string Culture = "ru-RU";
    private const string Zone = "Europe/Moscow";

    /// <exception cref="SettingException">No ICU (or none for Russian), or no time zones.</exception>
    public static void Demand()
    {
        var culture = RussianCulture();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _))
            throw new SettingException(
                $"На этой машине нет часовых поясов ({Zone} не найден). Установите пакет tzdata и запустите Kvell снова. "
                + "(Time zones are missing: install tzdata.)");
    }

    private static CultureInfo RussianCulture()
    {
        try
        {
            return CultureInfo.GetCultureInfo(Culture, predefinedOnly: true);
        }
        catch (CultureNotFoundException missing)
        {
            throw new SettingException(
                $"На этой машине нет языковых данных ICU для {Culture}: установите пакет libicu (icu-libs) и уберите "
                + "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT. (ICU is missing or switched off.)",
                missing);
        }
    }
}
