using Kvell.Domain.Common;

namespace Kvell.Web.Features.Pledges;

internal static class TicketWords
{
    /// <summary>What is given in cash leaves the drawer with the receipt.</summary>
    public static string CashSentence(string posted, Money cash, bool isReceiptPrinted) =>
        isReceiptPrinted ? $"{posted}, чек пробит. Наличными выдано {cash}." : $"{posted}. Пробейте чек и выдайте наличными {cash}.";
}
