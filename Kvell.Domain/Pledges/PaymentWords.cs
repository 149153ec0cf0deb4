namespace Kvell.Domain.Pledges;

/// <summary>«Тип оплаты» on the screen.</summary>
public static class PaymentWords
{
    public static string Of(PaymentKind kind) => kind switch
    {
        PaymentKind.Cash => "Наличные",
        PaymentKind.Cashless => "Безналичные",
        PaymentKind.Mixed => "Наличные и безналичные",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of payment."),
    };
}
