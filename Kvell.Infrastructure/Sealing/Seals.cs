using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Kvell.Infrastructure.Sealing;

/// <summary>ASP.NET Data Protection, a purpose for each kind of secret: what is sealed for one can't be opened as another.</summary>
public sealed class Seals(IDataProtectionProvider protection)
{
    /// <summary>The chosen card of a draft.</summary>
    public IDataProtector Card { get; } = protection.CreateProtector("Kvell.Card.v1");

    /// <summary>An attempt's request bytes.</summary>
    public IDataProtector Body { get; } = protection.CreateProtector("Kvell.AttemptBody.v1");

    /// <summary>A terminal's secret key.</summary>
    public IDataProtector TerminalSecret { get; } = protection.CreateProtector("Kvell.TerminalSecret.v1");

    /// <summary>A terminal's private key.</summary>
    public IDataProtector TerminalKey { get; } = protection.CreateProtector("Kvell.TerminalKey.v1");
}

public static class SealingText
{
    public static byte[] SealText(this IDataProtector protector, string text) => protector.Protect(Encoding.UTF8.GetBytes(text));

    /// <exception cref="CryptographicException">Sealed for something else, or by keys that are gone.</exception>
    public static string OpenText(this IDataProtector protector, byte[] sealedText) =>
        Encoding.UTF8.GetString(protector.Unprotect(sealedText));
}
