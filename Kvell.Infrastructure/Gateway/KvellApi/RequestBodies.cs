using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kvell.Domain.Gateway;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>The bodies we send. The gateway checks the signature of the bytes it received, so each is made once.</summary>
internal static class RequestBodies
{
    private static readonly JsonWriterOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Payout(PayoutRequest request) => Write(json =>
    {
        json.WriteString("recipient_pan", request.Card.Reveal());
        json.WriteNumber("amount", request.Amount.Kopecks);
        json.WriteString("transaction", request.Transaction);
        json.WriteString("description", request.Description);
    });

    public static byte[] Confirm(string transaction, string code) => Write(json =>
    {
        json.WriteString("transaction", transaction);
        json.WriteString("otp", code);
    });

    private static byte[] Write(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Raw))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
