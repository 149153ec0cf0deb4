using Kvell.Domain.Branches;

namespace Kvell.Domain.Settings;

/// <summary>What a trial signature on this server came to.</summary>
public enum SigningTrial
{
    Good,

    NoPath,

    /// <summary>No such file on this server, or it can't be run.</summary>
    WrongPath,

    /// <summary>It runs, and isn't an OpenSSL that is new enough.</summary>
    NotOpenSsl,

    /// <summary>It is OpenSSL, and no right signature came out.</summary>
    Failed,
}

/// <summary>One thing that the gateway needs.</summary>
/// <param name="Name">As settings call it.</param>
/// <param name="Missing">How it is called in the sentence of what is missing; null when it is there.</param>
public sealed record ReadinessPart(string Name, string? Missing);

/// <summary>
/// May the gateway be used by a branch? With the flag off there is no trace of KVELL; with the flag on, what is missing
/// is said by name and the loan can be given in cash only.
/// </summary>
public sealed record KvellReadiness(bool IsInUse, IReadOnlyList<ReadinessPart> Parts)
{
    public const string CashOnly = "Выдача займа возможна только через наличный расчёт.";

    public IReadOnlyList<string> Missing => IsInUse ? [.. Parts.Select(part => part.Missing).OfType<string>()] : [];

    public bool IsReady => IsInUse && Missing.Count == 0;

    /// <summary>One sentence for a person, or null when ready.</summary>
    public string? Sentence
    {
        get
        {
            if (!IsInUse)
                return "Пополнение карты через KVELL выключено в учетной политике ломбарда.";
            return IsReady ? null : $"Не заполнено: {string.Join(", ", Missing)}. {CashOnly}";
        }
    }

    /// <param name="keysOpen">The terminal's secret and private key, where there are any, open and sign.</param>
    /// <param name="trial">What came of a trial signature by what the bank's settings chose.</param>
    /// <param name="isDemo">The demo calls the test gateway only.</param>
    public static KvellReadiness Of(AccountingPolicy? policy, KvellTerminal? terminal, bool keysOpen, SigningTrial trial, bool isDemo) => new(
        policy is { UseKvell: true },
        [
            Part("Идентификатор терминала KVELL", Guid.TryParse(terminal?.ApiKey, out _), "идентификатор терминала KVELL"),
            Part("Секретный ключ терминала KVELL", terminal?.SealedSecret is not null, "секретный ключ терминала KVELL"),
            KeyPart(terminal, keysOpen),
            .. isDemo && terminal is { IsTest: false }
                ? [new ReadinessPart("Тестовый терминал", "тестовый терминал (в демонстрации работает только он)")]
                : Array.Empty<ReadinessPart>(),
            new ReadinessPart("Подпись", MissingOf(trial)),
        ]);

    private static ReadinessPart KeyPart(KvellTerminal? terminal, bool keysOpen) => terminal?.SealedPrivateKey is null
        ? new ReadinessPart("Приватный ключ", "приватный ключ")
        : Part("Приватный ключ", keysOpen, "исправный приватный ключ (пробная подпись не получилась)");

    private static string? MissingOf(SigningTrial trial) => trial switch
    {
        SigningTrial.NoPath => "путь к OpenSSL",
        SigningTrial.WrongPath => "верный путь к OpenSSL (на сервере такая программа не запускается)",
        SigningTrial.NotOpenSsl => "верный путь к OpenSSL (указанная программа – не OpenSSL 1.1.1 или новее)",
        SigningTrial.Failed => "исправный OpenSSL (пробная подпись не получилась)",
        _ => null,
    };

    private static ReadinessPart Part(string name, bool isThere, string missing) => new(name, isThere ? null : missing);
}
