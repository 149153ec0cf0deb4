using Kvell.Domain.Common;

namespace Kvell.Web.Features.Pledges;

internal static class TicketWords
{
    /// <summary>A refusal that wasn't one: KVELL said so only after the cash had been given.</summary>
    public const string GivenTwice = "Займ выдан и наличными, и на карту. Верните наличные в кассу: «Чек возврата» на странице операции.";

    /// <summary>While the gateway can't be used.</summary>
    public const string CashOnly = "Выдайте займ наличными.";

    /// <summary>What is given in cash leaves the drawer with the receipt.</summary>
    public static string CashSentence(string posted, Money cash, bool isReceiptPrinted) =>
        isReceiptPrinted ? $"{posted}, чек пробит. Наличными выдано {cash}." : $"{posted}. Пробейте чек и выдайте наличными {cash}.";
}
