using Kvell.Domain.Pledges;
using Microsoft.Extensions.Logging;

namespace Kvell.Infrastructure.Receipts;

/// <summary>Hands receipts that stand already to the cash register.</summary>
public sealed partial class ReceiptHandOver(ICashRegister register, ILogger<ReceiptHandOver> log)
{
    /// <returns>What the machine said, a sentence for each receipt that it didn't print.</returns>
    internal async Task<IReadOnlyList<string>> PrintAsync(IEnumerable<Receipt> receipts)
    {
        var failures = new List<string>();
        foreach (var receipt in receipts)
        {
            try
            {
                // It stands already: nobody's closing of a page may leave it unprinted, nor may the one before it.
                await register.PrintAsync(receipt, CancellationToken.None);
            }
            catch (CashRegisterException failure)
            {
                LogUnprinted(receipt.Id, failure);
                failures.Add(failure.Message);
            }
        }

        return failures;
    }

    /// <summary>What was printed, and then what wasn't.</summary>
    internal async Task<string> SayAsync(string sentence, IEnumerable<Receipt> receipts) =>
        string.Join(" ", (await PrintAsync(receipts)).Select(failure => $"Касса не напечатала: {failure}").Prepend(sentence));

    [LoggerMessage(Level = LogLevel.Error, Message = "Receipt {ReceiptId} stands, and the cash register did not print it")]
    private partial void LogUnprinted(Guid receiptId, Exception failure);
}
