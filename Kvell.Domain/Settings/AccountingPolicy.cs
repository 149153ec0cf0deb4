namespace Kvell.Domain.Settings;

/// <summary>«Учетная политика ломбарда»: one row.</summary>
public sealed class AccountingPolicy
{
    private AccountingPolicy()
    {
    }

    public int Id { get; private set; } = 1;

    /// <summary>«Использовать пополнение карты клиента через “KVELL”».</summary>
    public bool UseKvell { get; private set; }

    public static AccountingPolicy Create(bool useKvell) => new() { UseKvell = useKvell };
}
