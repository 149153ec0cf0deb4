namespace Kvell.Domain.Gateway;

/// <summary>«Описание ошибки» as the seed's figure 2 has it.</summary>
public static class GatewayDescription
{
    public static string Of(GatewayAnswer answer)
    {
        if (answer.Order is { } order)
            return order.Status.ToUpperInvariant();
        if (answer.Errors.Count == 0)
            return $"№1: code: , message: {answer.Failure}";
        return string.Join("; ", answer.Errors.Select((error, i) => $"№{i + 1}: code: {error.Code}, message: {error.Message}"));
    }
}
