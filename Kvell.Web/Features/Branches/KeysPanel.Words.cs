using Kvell.Infrastructure.Branches.Keys;
using Kvell.Web.Components.Widgets;

namespace Kvell.Web.Features.Branches;

/// <summary>What the panel says of each key.</summary>
public sealed partial class KeysPanel
{
    private string? PrivatePrint => Keys.PrivateKey?.Fingerprint ?? View.PrivateKey?.Fingerprint;

    private string? PublicPrint => Keys.PublicKey?.Fingerprint ?? View.PublicFingerprint;

    private (string Class, string Glyph) PrivateLook => this switch
    {
        { Keys.Locked: not null } => ("warn", Glyphs.Lock),
        _ when Keys.PrivateKey is not null || View.HasPrivateKey => ("ok", Glyphs.CheckCircle),
        _ => ("bad", Glyphs.Error),
    };

    private string PrivateText => this switch
    {
        { _isBusy: true } => "Подождите…",
        { Keys.Locked: not null } => "Ключ зашифрован",
        { Keys.PrivateKey: { } made } => $"RSA {made.Bits}, ещё не сохранён",
        { View.PrivateKey: { } stored } => $"RSA {stored.Bits}",
        { View.HasPrivateKey: true } => "Загружен",
        _ => "Не загружен",
    };

    private string PrivateHint => PrivatePrint is not null
        ? "Показать ключ нельзя, можно только заменить."
        : "Файл PEM, RSA от 2048 бит, лучше 4096. После загрузки показать ключ нельзя.";

    private (string Class, string Glyph, string Words) PublicLook => this switch
    {
        { PublicPrint: null } when !View.HasPublicKey => ("no", Glyphs.RadioButtonUnchecked, "Не загружен"),
        { PublicPrint: null } => ("no", Glyphs.CheckCircle, "Загружен"),
        { PrivatePrint: null } => ("no", Glyphs.CheckCircle, Unsaved("Загружен")),
        _ when PublicPrint == PrivatePrint => ("ok", Glyphs.CheckCircle, Unsaved("Подходит к приватному")),
        _ => ("warn", Glyphs.Warning, Unsaved("Не подходит к приватному")),
    };

    private const string PublicHint = "Не обязателен для выплат: хранится, чтобы передать его в KVELL.";

    private string Unsaved(string words) => Keys.PublicKey is null ? words : $"{words}, ещё не сохранён";
}
