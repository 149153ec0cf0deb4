using Microsoft.AspNetCore.Http;

namespace Kvell.Infrastructure.Emulator;

/// <summary>A request as it came in. Headers are null where absent.</summary>
internal sealed record EmulatorRequest(string Method, string Path, string? ApiKey, string? Signature, byte[] Body)
{
    private const string Orders = "/v1/orders/";

    public bool IsPayout => Method == HttpMethods.Post && Path == "/v1/orders/account2card";

    public bool IsConfirm => Method == HttpMethods.Post && Path == "/v1/orders/account2card/confirm";

    public bool IsStatus => Method == HttpMethods.Get && Path.StartsWith(Orders, StringComparison.Ordinal) && Number.Length > 0 && !Number.Contains('/');

    /// <summary>The transaction that a status call names.</summary>
    public string Number => Path[Orders.Length..];

    public static async Task<EmulatorRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return new EmulatorRequest(
            request.Method, request.Path.Value ?? "", request.Headers["X-Api-Key"].FirstOrDefault(), request.Headers["X-Signature"].FirstOrDefault(), body.ToArray());
    }
}
