using System.Net;
using Kvell.Domain.Gateway;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>One signed call, ready to go.</summary>
/// <param name="Signature"><c>X-Signature</c>, or null for none.</param>
/// <param name="Body">The very bytes that were signed; null makes it a GET.</param>
/// <param name="Mask">Knows this call's secrets.</param>
internal sealed record KvellCall(Uri Address, string Path, string ApiKey, string? Signature, byte[]? Body, LogMask Mask)
{
    /// <summary>The path without a number.</summary>
    public string Method => Body is null ? GatewayMethods.Status : Path;

    public string Host => Address.Authority;

    public HttpRequestMessage ToRequest(HttpContent? content)
    {
        var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, Address.AbsoluteUri.TrimEnd('/') + Path)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.Add("X-Api-Key", ApiKey);
        if (Signature is not null)
            request.Headers.Add("X-Signature", Signature);
        return request;
    }

    public GatewayAnswer NotSent(string failure) => GatewayAnswer.NotSent(failure) with { RequestBody = Mask.Body(Body) };
}
