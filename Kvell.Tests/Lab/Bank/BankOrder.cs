namespace Kvell.Tests.Lab.Bank;

/// <summary>What becomes of an accepted order.</summary>
internal enum OrderFate
{
    PaidAtOnce,
    PaidLater,
    CanceledLater,
    WantsCode,
}

/// <summary>An order that the bank accepted under a number, once and for ever.</summary>
/// <param name="Loan">Which loan it pays, from the description that the client sent.</param>
internal sealed record BankOrder(string Number, string Loan, long Kopecks, byte[] Body, OrderFate Fate, DateTime DecidedAt)
{
    public const string RightCode = "123456";

    public bool IsConfirmed { get; set; }

    /// <summary>What it will be in the end, as things stand.</summary>
    public bool IsPaid => Fate is OrderFate.PaidAtOnce or OrderFate.PaidLater || IsConfirmed;

    public string StatusAt(DateTime now) => Fate switch
    {
        OrderFate.PaidAtOnce => "completed",
        OrderFate.WantsCode when IsConfirmed => "completed",
        OrderFate.PaidLater => now < DecidedAt ? "processing" : "completed",
        OrderFate.CanceledLater => now < DecidedAt ? "new" : "canceled",
        _ => now < DecidedAt ? "wait_confirm" : "canceled",
    };
}
