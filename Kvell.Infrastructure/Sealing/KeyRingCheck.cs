using Kvell.Infrastructure.Settings;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Kvell.Infrastructure.Sealing;

/// <summary>
/// Every Data Protection key of the database must open before anything is sealed: with a wrong certificate the framework would
/// quietly make a new key, and the terminals' secrets would be unreadable from then on.
/// </summary>
public sealed class KeyRingCheck(IKeyManager keys)
{
    /// <exception cref="SettingException">A key is wrapped by another certificate.</exception>
    public void Demand()
    {
        var lost = keys.GetAllKeys().Count(key => !key.IsRevoked && !Opens(key));
        if (lost > 0)
            throw new SettingException(
                $"{SealingOptions.CertificateKey}: ключи Data Protection в базе закрыты другим сертификатом ({lost} не открываются). "
                + $"Укажите прежний сертификат здесь или в {SealingOptions.PreviousKey}.");
    }

    private static bool Opens(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Whatever the key's own decryptor throws; the key manager keeps it until the key is used.
            return false;
        }
    }
}
