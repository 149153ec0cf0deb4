using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kvell.Infrastructure.Sealing;

public static class SealingServices
{
    /// <summary>Data Protection with its keys in the database, shared by every server and, in production, wrapped by a certificate.</summary>
    /// <exception cref="SettingException">Production without a certificate, or one that doesn't open.</exception>
    public static IServiceCollection AddKvellSealing(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection(SealingOptions.Section).Get<SealingOptions>() ?? new SealingOptions();
        var protection = services.AddDataProtection().SetApplicationName("Kvell").PersistKeysToDbContext<KvellDbContext>();
        if (!string.IsNullOrWhiteSpace(options.Certificate))
        {
            protection.ProtectKeysWithCertificate(SealingCertificate.Load(options.Certificate, options.CertificatePassword));
            protection.UnprotectKeysWithAnyCertificate(
                [.. options.PreviousCertificates.Select(named => SealingCertificate.Load(named, options.CertificatePassword, SealingOptions.PreviousKey))]);
        }
        else if (environment.IsProduction())
        {
            throw new SettingException(
                $"{SealingOptions.CertificateKey}: в среде Production нужен сертификат. Им закрыты ключи, которыми в базе зашифрованы секреты терминалов и карты. "
                + "Укажите файл PFX или отпечаток; если файла ещё нет, команда setup создаст его.");
        }

        services.AddSingleton<Seals>();
        services.AddSingleton<KeyRingCheck>();
        return services;
    }
}
