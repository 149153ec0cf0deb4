namespace Kvell.Infrastructure.Gateway;

public enum SignatureMode
{
    /// <summary>RSA over the raw body followed by the secret key (kvell-api §3.2, R1).</summary>
    BodyPlusSecret,

    /// <summary>RSA over the raw body alone (R2).</summary>
    BodyOnly,
}

public enum ConfirmSignature
{
    SameAsPayout,
    None,
}

/// <summary>Section <c>Kvell</c>.</summary>
public sealed class KvellOptions
{
    public const string Section = "Kvell";

    public Uri ProductionUrl { get; set; } = new("https://api.pay.kvell.group");

    public Uri TestUrl { get; set; } = new("https://api.pay.stage.kvell.group");

    /// <summary>One time-out over connect, headers and body.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after the last send "order not found" means nothing.</summary>
    public TimeSpan NotFoundGrace { get; set; } = TimeSpan.FromSeconds(120);

    public TimeSpan LeaseMargin { get; set; } = TimeSpan.FromSeconds(30);

    public SignatureMode SignatureMode { get; set; }

    public ConfirmSignature ConfirmSignature { get; set; }

    /// <summary>Payouts of one press sent at once.</summary>
    public int Parallelism { get; set; } = 4;

    /// <summary>What a stopping server waits for: a send and a check, each at its longest, and their commits.</summary>
    public TimeSpan ShutdownTimeout => (RequestTimeout * 2) + TimeSpan.FromSeconds(15);

    public Uri UrlFor(bool isTest) => isTest ? TestUrl : ProductionUrl;
}
