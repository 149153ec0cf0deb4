using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kvell.Infrastructure.Emulator;

/// <summary>What goes out.</summary>
/// <param name="Status">Null: the connection is dropped without an answer.</param>
/// <param name="Late">Answered only after <see cref="CardTable.AnswersAfter"/>.</param>
internal sealed record EmulatorReply(int? Status, string Json, bool Late = false)
{
    private static readonly JsonSerializerOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static EmulatorReply Drop { get; } = new(null, "");

    public static EmulatorReply AwaitsCode { get; } = new(200, $$"""{"status":"{{OrderStatus.AwaitsCode}}"}""");

    public static EmulatorReply Error(int status, int code, string message) =>
        new(status, JsonSerializer.Serialize(new { errors = new[] { new { code, message } } }, Raw));

    public static EmulatorReply Of(EmulatorOrder order) => new(200, JsonSerializer.Serialize(
        new
        {
            id = order.Id,
            status = order.Status,
            transaction = order.Transaction,
            amount = order.Amount,
            commission = order.Commission,
            description = order.Description,
            created_at = order.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        },
        Raw));
}
