using Kvell.Domain.Branches;

namespace Kvell.Domain.Settings;

/// <summary>
/// May the gateway be used by a branch? With the flag off there is no trace of KVELL; with the flag on, what is missing
/// is said by name and the loan can be given in cash only.
/// </summary>
public sealed record KvellReadiness(bool IsInUse, IReadOnlyList<string> Missing)
{
    public const string CashOnly = "Выдача займа возможна только через наличный расчёт.";

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

    /// <param name="canSign">Whether a trial signature with the terminal's key came out.</param>
    public static KvellReadiness Of(AccountingPolicy? policy, KvellTerminal? terminal, bool canSign)
    {
        if (policy is not { UseKvell: true })
            return new KvellReadiness(false, []);
        var missing = new List<string>();
        if (!Guid.TryParse(terminal?.ApiKey, out _))
            missing.Add("идентификатор терминала KVELL");
        if (terminal?.SealedSecret is null)
            missing.Add("секретный ключ терминала KVELL");
        if (terminal?.SealedPrivateKey is null)
            missing.Add("приватный ключ");
        else if (!canSign)
            missing.Add("исправный приватный ключ (пробная подпись не получилась)");
        return new KvellReadiness(true, missing);
    }
}
