namespace Kvell.Infrastructure.Sealing;

/// <summary>Section <c>DataProtection</c>.</summary>
public sealed class SealingOptions
{
    public const string Section = "DataProtection";
    public const string CertificateKey = "DataProtection:Certificate";
    public const string PasswordKey = "DataProtection:CertificatePassword";
    public const string PreviousKey = "DataProtection:PreviousCertificates";

    /// <summary>
    /// Wraps the Data Protection keys that lie in the database: a PFX or PEM file, or the thumbprint of a certificate in the
    /// machine's or the user's store. Production doesn't start without it.
    /// </summary>
    public string? Certificate { get; set; }

    /// <summary>Of the file, and of the previous ones. From an environment variable, never from a file.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>Certificates used before: keys they wrapped still open.</summary>
    public IReadOnlyList<string> PreviousCertificates { get; set; } = [];
}
