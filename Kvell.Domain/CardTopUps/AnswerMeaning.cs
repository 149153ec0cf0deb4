using Kvell.Domain.Common;
using Kvell.Domain.Gateway;

namespace Kvell.Domain.CardTopUps;

public enum AnswerKind
{
    /// <summary>No byte of the body left.</summary>
    NotSent,

    /// <summary>No trustworthy answer.</summary>
    Unknown,

    /// <summary>A 2xx reply that names another number or amount.</summary>
    WrongEcho,

    /// <summary>A status no source lists.</summary>
    Unlisted,

    Completed,

    Canceled,

    /// <summary><c>new</c>, <c>processing</c>.</summary>
    Accepted,

    AwaitingCode,

    /// <summary>Class D: definite refusal.</summary>
    Refused,

    /// <summary>Class C: a wrong setting, refused before processing.</summary>
    Misconfigured,

    /// <summary>20009, the sole error of a 4xx. No outcome in itself (rule 4).</summary>
    NotFound,
}

/// <summary>What an answer says, before anyone asks to which send of which attempt. The one place that reads codes and statuses.</summary>
/// <param name="Text">For a person: the gateway's word or error.</param>
public sealed record AnswerMeaning(AnswerKind Kind, string Text, string? KvellId = null, Money? Commission = null)
{
    /// <summary>The number is known to the gateway.</summary>
    public bool IsAcceptance => Kind is AnswerKind.Accepted or AnswerKind.AwaitingCode;

    /// <param name="transaction">Our number: every echo must be it.</param>
    /// <param name="amount">Our amount, likewise.</param>
    public static AnswerMeaning Of(GatewayAnswer answer, string transaction, Money amount)
    {
        if (!answer.BytesLeft)
            return new AnswerMeaning(AnswerKind.NotSent, answer.Failure ?? "");
        if (answer.Order is { } order)
            return OfOrder(order, answer.HttpStatus, transaction, amount);
        return answer.Errors.Count > 0
            ? new AnswerMeaning(OfErrors(answer.Errors, answer.HttpStatus), GatewayDescription.Of(answer))
            : new AnswerMeaning(AnswerKind.Unknown, answer.Failure ?? "");
    }

    /// <summary>The log's ✓: a reply that says <c>completed</c>, in any case of the letters.</summary>
    public static bool SaysCompleted(GatewayAnswer answer) =>
        answer.Order is { } order && OfStatus(order) == AnswerKind.Completed;

    private static AnswerMeaning OfOrder(GatewayOrder order, int? http, string transaction, Money amount)
    {
        if (http is not (>= 200 and <= 299))
            return new AnswerMeaning(AnswerKind.Unknown, $"{order.Status}, HTTP {http}");
        if ((order.Transaction is { } echo && !string.Equals(echo, transaction, StringComparison.Ordinal)) || (order.Amount is { } sum && sum != amount))
            return new AnswerMeaning(AnswerKind.WrongEcho, $"{order.Status}: ответ о другом номере или другой сумме");
        return new AnswerMeaning(OfStatus(order), order.Status, order.Id, order.Commission);
    }

    private static AnswerKind OfStatus(GatewayOrder order) => order.Status.ToUpperInvariant() switch
    {
        "COMPLETED" => AnswerKind.Completed,
        "CANCELED" => order.Transaction is null ? AnswerKind.Unknown : AnswerKind.Canceled,
        "NEW" or "PROCESSING" => AnswerKind.Accepted,
        "WAIT_CONFIRM" or "PENDING_OTP" => AnswerKind.AwaitingCode,
        _ => AnswerKind.Unlisted,
    };

    /// <summary>Of several errors the worst wins: U, then C, then D; D and C count only in a 4xx, and 429 is none (kvell-api §7).</summary>
    private static AnswerKind OfErrors(IReadOnlyList<GatewayError> errors, int? http)
    {
        if (http is not (>= 400 and <= 499) or 408 or 429)
            return AnswerKind.Unknown;
        if (errors is [{ Code: 20009 }])
            return AnswerKind.NotFound;
        var kinds = errors.Select(OfError).ToList();
        return kinds.Contains(AnswerKind.Unknown) ? AnswerKind.Unknown
            : kinds.Contains(AnswerKind.Misconfigured) ? AnswerKind.Misconfigured
            : AnswerKind.Refused;
    }

    private static AnswerKind OfError(GatewayError error) => error.Code switch
    {
        20001 or 20002 or 20003 or 20006 => AnswerKind.Misconfigured,
        20098 when error.Message.TrimStart().StartsWith("x-api-key", StringComparison.OrdinalIgnoreCase) => AnswerKind.Misconfigured,
        20019 or 20098 or 20099 => AnswerKind.Refused,
        _ => AnswerKind.Unknown,
    };
}
