using Kvell.Domain.Common;

namespace Kvell.Domain.Branches;

/// <summary>Tab «KVELL» of a branch, but for its keys, as typed.</summary>
public sealed record TerminalForm
{
    public const string ApiKeyField = "terminal-id";
    public const string SecretField = "terminal-secret";
    public const string TestField = "terminal-test";
    public const string PrivateKeyField = "private-key";
    public const string PassphraseField = "key-passphrase";
    public const string PublicKeyField = "public-key";

    private const int LongestSecret = 500;

    public string ApiKey { get; set; } = "";

    public bool IsTest { get; set; }

    /// <summary>«Идентификатор терминала KVELL» as it is sent.</summary>
    public string TrimmedApiKey => ApiKey.Trim();

    public static TerminalForm Of(KvellTerminal? terminal) =>
        terminal is null ? new TerminalForm { IsTest = true } : new TerminalForm { ApiKey = terminal.ApiKey, IsTest = terminal.IsTest };

    /// <summary>An identifier that isn't there yet may be saved: readiness says that it lacks.</summary>
    public IReadOnlyList<Refusal> Check() => TrimmedApiKey.Length == 0 || Guid.TryParseExact(TrimmedApiKey, "D", out _)
        ? []
        : [new Refusal("Нужен api-key из личного кабинета KVELL, вида 3f0c8a52-6f1d-4b7e-9c55-0d2f6a7b1e90", ApiKeyField)];

    /// <returns>Null for a secret that can be stored. The sentence never repeats it.</returns>
    public static Refusal? CheckSecret(string typed) => typed.Trim().Length > LongestSecret || typed.Trim().Any(char.IsControl)
        ? new Refusal($"Секретный ключ – одна строка, не длиннее {LongestSecret} знаков. Скопируйте его из личного кабинета KVELL ещё раз", SecretField)
        : null;
}
