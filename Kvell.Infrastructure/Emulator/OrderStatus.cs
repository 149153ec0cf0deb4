namespace Kvell.Infrastructure.Emulator;

/// <summary>The gateway's words (kvell-api §6).</summary>
internal static class OrderStatus
{
    public const string Processing = "processing";
    public const string AwaitsCode = "wait_confirm";
    public const string Completed = "completed";
    public const string Canceled = "canceled";
}
