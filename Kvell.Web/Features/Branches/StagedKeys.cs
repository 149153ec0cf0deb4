using Kvell.Infrastructure.Branches.Keys;

namespace Kvell.Web.Features.Branches;

/// <summary>Keys that were loaded or made on this page and wait for «Сохранить». The private one is sealed.</summary>
public sealed class StagedKeys
{
    public NewPrivateKey? PrivateKey { get; set; }

    public NewPublicKey? PublicKey { get; set; }

    /// <summary>An encrypted private key that waits for its passphrase.</summary>
    public byte[]? Locked { get; set; }

    public bool IsAny => PrivateKey is not null || PublicKey is not null || Locked is not null;
}
