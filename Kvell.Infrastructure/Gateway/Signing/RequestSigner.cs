using Kvell.Domain.Settings;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Gateway.Signing;

/// <summary>Signs by what «Настройки работы с банком» say at this moment. Both ways give the same bytes.</summary>
public sealed class RequestSigner(IDbContextFactory<KvellDbContext> contexts, OpenSslSigner openSsl)
{
    /// <exception cref="GatewayUnusableException">No signature came out; the message is for a person.</exception>
    internal async Task<byte[]> SignAsync(SigningKey key, byte[] digest)
    {
        SigningSettings signing;
        await using (var db = await contexts.CreateDbContextAsync())
            signing = await KvellReadinessCheck.SigningAsync(db, CancellationToken.None);
        try
        {
            return await SignAsync(signing, key, digest, CancellationToken.None);
        }
        catch (OpenSslException failure)
        {
            throw new GatewayUnusableException(failure.Sentence, failure);
        }
    }

    /// <exception cref="OpenSslException">The external program made none.</exception>
    internal async Task<byte[]> SignAsync(SigningSettings signing, SigningKey key, byte[] digest, CancellationToken cancellationToken) =>
        signing.Kind == SigningKind.BuiltIn ? key.Sign(digest) : await openSsl.SignAsync(signing.OpenSslPath, key, digest, cancellationToken);
}
