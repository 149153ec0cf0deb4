using System.Security.Cryptography;
using System.Text;
using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Sealing;

namespace Kvell.Infrastructure.Branches.Keys;

/// <summary>A private key that was loaded or made and is not saved yet: sealed, so that no page ever holds it.</summary>
public sealed record NewPrivateKey(byte[] Sealed, int Bits, string Fingerprint);

/// <summary>A public key that is not saved yet, byte for byte as it was loaded.</summary>
public sealed record NewPublicKey(byte[] Bytes, string Fingerprint);

/// <summary>What became of a loaded file.</summary>
/// <param name="Key">Null: see the refusal.</param>
/// <param name="NeedsPassphrase">The key is encrypted; the refusal is about the passphrase.</param>
public sealed record LoadedKey<TKey>(TKey? Key, Refusal? Refusal, bool NeedsPassphrase = false);

/// <summary>«Приватный ключ» – «Загрузить»</summary>
[AllowedTo(UserRole.Administrator)]
public sealed class LoadPrivateKey(Seals seals) : IUseCase
{
    /// <summary>The largest file that is taken.</summary>
    public const int MostBytes = KeyFile.MostBytes;

    public const string TooLarge = "Файл больше 64 КБ: это не ключ. Нужен текстовый файл в несколько килобайт";

    public Task<LoadedKey<NewPrivateKey>> ExecuteAsync(Actor actor, byte[] file, string? passphrase, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return Task.Run(() => Read(file, passphrase), cancellationToken);
    }

    private LoadedKey<NewPrivateKey> Read(byte[] file, string? passphrase)
    {
        switch (PrivateKeyFile.Read(file, passphrase))
        {
            case PrivateKeyReading.Good good:
                using (good.Key)
                    return new(KeySealing.Seal(good.Key, seals), null);
            case PrivateKeyReading.Locked locked:
                return new(null, new Refusal(locked.Sentence, TerminalForm.PassphraseField), NeedsPassphrase: true);
            case PrivateKeyReading.Refused refused:
                return new(null, new Refusal(refused.Sentence, TerminalForm.PrivateKeyField));
            default:
                throw new InvalidOperationException("A reading of no known kind.");
        }
    }
}

/// <summary>«Публичный ключ» – «Загрузить»</summary>
[AllowedTo(UserRole.Administrator)]
public sealed class LoadPublicKey : IUseCase
{
    public Task<LoadedKey<NewPublicKey>> ExecuteAsync(Actor actor, byte[] file, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        cancellationToken.ThrowIfCancellationRequested();
        var (fingerprint, refusal) = PublicKeyFile.Read(file);
        return Task.FromResult(fingerprint is null
            ? new LoadedKey<NewPublicKey>(null, new Refusal(refusal!, TerminalForm.PublicKeyField))
            : new LoadedKey<NewPublicKey>(new NewPublicKey(file, fingerprint), null));
    }
}

/// <summary>«Сформировать»: a pair of RSA 4096. Takes seconds of one processor.</summary>
[AllowedTo(UserRole.Administrator)]
public sealed class GenerateKeys(Seals seals) : IUseCase
{
    private const int Bits = 4096;

    public Task<(NewPrivateKey Private, NewPublicKey Public)> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        return Task.Run(
            () =>
            {
                using var key = RSA.Create(Bits);
                var made = KeySealing.Seal(key, seals);
                return (made, new NewPublicKey(Encoding.ASCII.GetBytes($"{key.ExportSubjectPublicKeyInfoPem()}\n"), made.Fingerprint));
            },
            cancellationToken);
    }
}

internal static class KeySealing
{
    public static NewPrivateKey Seal(RSA key, Seals seals) =>
        new(seals.TerminalKey.SealText(key.ExportPkcs8PrivateKeyPem()), key.KeySize, KeyFingerprint.Of(key));
}
