namespace Kvell.Domain.Branches;

/// <summary>
/// «Терминал KVELL» of a branch: an immutable version. A change of the settings makes the next version; what is in
/// flight ends with its own.
/// </summary>
public sealed class KvellTerminal
{
    private KvellTerminal()
    {
    }

    public Guid Id { get; private set; }

    public Guid BranchId { get; private set; }

    /// <summary>From 1, unique in the branch; the highest is in force.</summary>
    public int Version { get; private set; }

    /// <summary>«Идентификатор терминала KVELL»: the api-key, a UUID. Empty when not filled in.</summary>
    public string ApiKey { get; private set; } = "";

    /// <summary>«Секретный ключ терминала KVELL», sealed; null when not filled in.</summary>
    public byte[]? SealedSecret { get; private set; }

    /// <summary>«Приватный ключ», PEM, sealed; null when not filled in.</summary>
    public byte[]? SealedPrivateKey { get; private set; }

    /// <summary>«Публичный ключ», byte for byte as it was loaded; optional and never needed for a payout.</summary>
    public byte[]? PublicKey { get; private set; }

    /// <summary>«Тестовый терминал»: calls go to the test gateway.</summary>
    public bool IsTest { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public Guid CreatedBy { get; private set; }

    public static KvellTerminal Create(
        Guid branchId, int version, string apiKey, byte[]? sealedSecret, byte[]? sealedPrivateKey, byte[]? publicKey, bool isTest, Guid by, DateTime now) => new()
        {
            Id = Guid.CreateVersion7(now),
            BranchId = branchId,
            Version = version,
            ApiKey = apiKey,
            SealedSecret = sealedSecret,
            SealedPrivateKey = sealedPrivateKey,
            PublicKey = publicKey,
            IsTest = isTest,
            CreatedBy = by,
            CreatedAt = now,
        };
}
