using Kvell.Domain.Pledges;

namespace Kvell.Infrastructure.Receipts;

/// <summary>
/// The port for a cash register's driver. A receipt is committed first and handed over then: what the machine does can't be undone by a
/// rollback, while a receipt that stands can be printed again.
/// </summary>
public interface ICashRegister
{
    /// <exception cref="CashRegisterException">The machine didn't print it.</exception>
    Task PrintAsync(Receipt receipt, CancellationToken cancellationToken);
}

/// <summary>The machine refused; its message is a sentence for the receiver.</summary>
public sealed class CashRegisterException(string message) : Exception(message);

/// <summary>The built-in one: the browser prints the receipt's page, so there is nothing to do here.</summary>
public sealed class PaperRegister : ICashRegister
{
    public Task PrintAsync(Receipt receipt, CancellationToken cancellationToken) => Task.CompletedTask;
}
