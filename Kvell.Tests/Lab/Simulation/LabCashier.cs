using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Tests.Lab.Faults;
using Kvell.Tests.Lab.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Tests.Lab.Simulation;

/// <summary>
/// What a receiver does with a loan beside the card: cash entered and taken back, receipts printed and returned, the loan re-dated or zeroed. Mostly what
/// the loan's state asks for, now and then anything at all: the product has to refuse it.
/// </summary>
internal sealed class LabCashier(LabLoan loan, LabLoans loans, VirtualClock clock, Misfortune misfortune)
{
    private delegate Task Command(IServiceProvider services);

    /// <summary>The loan was given in cash, or was not given after all: nobody comes to it any more.</summary>
    public static bool IsOver(PledgeOperation operation) => operation.IsZeroed || operation is { IsReceiptPrinted: true, CashAmount.IsPositive: true };

    /// <returns>Null: this time it is the card's turn.</returns>
    public Func<IServiceProvider, Task>? Wish(PledgeOperation operation, CardTopUp seen)
    {
        if (misfortune.Chance(8))
            return Run(Anything());
        if (operation.IsZeroed || seen.State is not (TopUpState.New or TopUpState.Declined))
            return null;
        return Run(operation switch
        {
            { IsReceiptPrinted: false } when operation.LoanDate != LabLoans.DayOf(clock.UtcNow) && misfortune.Chance(50) => RedateAsync,
            { IsReceiptPrinted: true } => misfortune.Chance(40) ? ReturnAsync : null,
            { CashAmount.IsPositive: true } => misfortune.Chance(70) ? PrintAsync : services => EnterAsync(services, Money.Zero),
            _ when misfortune.Chance(12) => services => EnterAsync(services, misfortune.Chance(70) ? loan.Amount : new Money(50)),
            _ when misfortune.Chance(5) => PrintAsync,
            _ when misfortune.Chance(3) => ZeroAsync,
            _ => null,
        });
    }

    private static Func<IServiceProvider, Task>? Run(Command? command) => command is null ? null : services => command(services);

    private Command Anything()
    {
        Command[] all = [PrintAsync, ReturnAsync, ZeroAsync, RedateAsync, services => EnterAsync(services, loan.Amount), services => EnterAsync(services, Money.Zero)];
        return all[(int)misfortune.Between(0, all.Length).TotalSeconds % all.Length];
    }

    private async Task EnterAsync(IServiceProvider services, Money cash) =>
        await services.GetRequiredService<EnterCash>().ExecuteAsync(loans.Receiver, loan.DraftId, cash, CancellationToken.None);

    private async Task PrintAsync(IServiceProvider services) =>
        await services.GetRequiredService<PrintReceipts>().ExecuteAsync(loans.Receiver, loan.DraftId, loan.OperationId, CancellationToken.None);

    private async Task ReturnAsync(IServiceProvider services) =>
        await services.GetRequiredService<ReturnReceipt>().ExecuteAsync(loans.Receiver, loan.OperationId, CancellationToken.None);

    private async Task ZeroAsync(IServiceProvider services) =>
        await services.GetRequiredService<ZeroOperation>().ExecuteAsync(loans.Receiver, loan.OperationId, "клиент передумал", CancellationToken.None);

    private async Task RedateAsync(IServiceProvider services) =>
        await services.GetRequiredService<RedateLoans>().ExecuteAsync(loans.Receiver, loan.DraftId, [loan.OperationId], CancellationToken.None);
}
