using System.Globalization;
using System.Runtime.InteropServices;
using Kvell.Infrastructure.Settings;

namespace Kvell.Web.Hosting;

/// <summary>What the machine must have before anything else makes sense, and the process's one culture.</summary>
internal static class MachineCheck
{
    private const string Culture = "ru-RU";
    private const string Zone = "Europe/Moscow";
    private const string InvariantVariable = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";
    private const int OldestIcu = 50;
    private const int IcuVersions = 60;

    /// <exception cref="SettingException">No ICU (or none for Russian), or no time zones.</exception>
    public static void Demand()
    {
        if (!HasLanguages())
            throw NoLanguages();
        var culture = RussianCulture();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _))
            throw new SettingException(
                $"На этой машине нет часовых поясов ({Zone} не найден). Установите пакет tzdata и запустите Kvell снова. "
                + "(Time zones are missing: install tzdata.)");
    }

    /// <summary>Without ICU the runtime ends the process at the first touch of a culture, with a stack trace: looked for before that.</summary>
    private static bool HasLanguages() =>
        !OperatingSystem.IsLinux()
        || Environment.GetEnvironmentVariable(InvariantVariable) is not null
        || Enumerable.Range(OldestIcu, IcuVersions).Any(version => NativeLibrary.TryLoad($"libicuuc.so.{version}", out _))
        || NativeLibrary.TryLoad("libicuuc.so", out _);

    private static CultureInfo RussianCulture()
    {
        try
        {
            return CultureInfo.GetCultureInfo(Culture, predefinedOnly: true);
        }
        catch (CultureNotFoundException missing)
        {
            throw NoLanguages(missing);
        }
    }

    private static SettingException NoLanguages(Exception? cause = null) => new(
        $"На этой машине нет языковых данных ICU для {Culture}: установите пакет libicu (icu-libs) и уберите {InvariantVariable}. "
        + "(ICU is missing or switched off.)",
        cause!);
}
