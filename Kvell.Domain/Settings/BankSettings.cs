using Kvell.Domain.Common;

namespace Kvell.Domain.Settings;

/// <summary>What signs a payout. Both sign the same bytes identically.</summary>
public enum SigningKind
{
    /// <summary>«Встроенная»</summary>
    BuiltIn = 0,

    /// <summary>«Внешний OpenSSL»</summary>
    OpenSsl = 1,
}

/// <summary>How signatures are made.</summary>
/// <param name="OpenSslPath">«Путь к OpenSSL»; not used by <see cref="SigningKind.BuiltIn"/>.</param>
public sealed record SigningSettings(SigningKind Kind, string OpenSslPath)
{
    /// <summary>What holds until somebody chooses.</summary>
    public static SigningSettings Default { get; } = new(SigningKind.BuiltIn, "");
}

/// <summary>Tab «Настройки работы с банком» as typed.</summary>
public sealed record BankForm
{
    public const string PathField = "openssl-path";
    public const int LongestPath = 400;

    public SigningKind Signature { get; set; }

    public string OpenSslPath { get; set; } = "";

    public SigningSettings Signing => new(Signature, OpenSslPath.Trim().Trim('"'));

    public static BankForm Of(BankSettings? settings) =>
        settings is null ? new BankForm() : new BankForm { Signature = settings.Signature, OpenSslPath = settings.OpenSslPath };

    /// <summary>A path that is missing or wrong may be saved: until it is right, loans are given in cash only, and every page says why.</summary>
    public IReadOnlyList<Refusal> Check() => OpenSslPath.Length > LongestPath || OpenSslPath.Any(char.IsControl)
        ? [new Refusal($"Нужен путь к файлу, не длиннее {LongestPath} знаков", PathField)]
        : [];
}

/// <summary>«Настройки работы с банком»: one row.</summary>
public sealed class BankSettings : SettingsRow
{
    private BankSettings()
    {
    }

    public SigningKind Signature { get; private set; }

    public string OpenSslPath { get; private set; } = "";

    public SigningSettings Signing => new(Signature, OpenSslPath);

    public static BankSettings Create() => new();

    public void Change(BankForm form, Actor by, DateTime now)
    {
        (Signature, OpenSslPath) = (form.Signing.Kind, form.Signing.OpenSslPath);
        NoteChange(by, now);
    }
}
