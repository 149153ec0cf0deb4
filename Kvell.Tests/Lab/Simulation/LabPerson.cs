using Kvell.Domain.CardTopUps;
using Kvell.Domain.Pledges;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.Lab.Bank;
using Kvell.Tests.Lab.Faults;
using Kvell.Tests.Lab.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Tests.Lab.Simulation;

/// <summary>How the desk visits a top-up: the product's processor, or something that a test puts in its place.</summary>
internal delegate Task Visit(IServiceProvider services, Guid topUpId, TopUpVisit visit);

/// <summary>
/// A receiver with one loan: presses «Выплатить», looks again after some minutes, presses again what was declined, types codes,
/// stops what is postponed; or gives the loan in cash after all; now and then double-clicks, so that the same press comes to both servers.
/// </summary>
internal sealed class LabPerson(
    LabLoan loan, LabLoans loans, VirtualClock clock, Misfortune misfortune, IReadOnlyList<LabServer> servers, Visit visit)
{
    private const int MostLooks = 40;

    private readonly LabCashier _cashier = new(loan, loans, clock, misfortune);
    private int _looks;

    /// <summary>Paid, or the person gave it up.</summary>
    public bool IsDone { get; private set; }

    public void ComeAt(DateTime time) => clock.At(time, () =>
    {
        if (++_looks > MostLooks)
            IsDone = true;
        else
            Server().Enqueue(LookAsync);
        if (!IsDone)
            ComeAt(clock.UtcNow + misfortune.Between(60, 900));
    });

    private async Task LookAsync(IServiceProvider services)
    {
        if (IsDone)
            return;
        CardTopUp seen;
        PledgeOperation operation;
        await using (var db = await services.GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync())
        {
            operation = await db.Set<PledgeOperation>().AsNoTracking().SingleAsync(row => row.Id == loan.OperationId);
            seen = await db.Set<CardTopUp>().AsNoTracking().Include(row => row.Attempts).SingleAsync(row => row.Id == loan.TopUpId);
        }

        IsDone = seen.State == TopUpState.Completed || LabCashier.IsOver(operation);
        if (Wish(operation, seen) is not { } wish)
            return;
        if (misfortune.Chance(15))
            servers[misfortune.Chance(50) ? 0 : 1].Enqueue(wish);
        await wish(services);
    }

    /// <summary>Cash or card; now and then the card whatever stands against it, even over a loan that is given or zeroed.</summary>
    private Func<IServiceProvider, Task>? Wish(PledgeOperation operation, CardTopUp seen)
    {
        if (!misfortune.Chance(IsDone ? 40 : 10))
        {
            if (IsDone)
                return null;
            if (_cashier.Wish(operation, seen) is { } cash)
                return cash;
        }

        return Wish(seen) is { } card ? services => visit(services, loan.TopUpId, card) : null;
    }

    private TopUpVisit? Wish(CardTopUp seen) => seen.State switch
    {
        TopUpState.New or TopUpState.Declined =>
            new TopUpVisit(new TopUpIntent.Press(seen.Attempts.Count, clock.UtcNow), loans.OrderFor(loan)),
        TopUpState.AwaitingCode =>
            new TopUpVisit(new TopUpIntent.Confirm(), Code: misfortune.Chance(75) ? BankOrder.RightCode : "000000"),
        TopUpState.Postponed when misfortune.Chance(30) => TopUpVisit.ToStop,
        not TopUpState.Completed when misfortune.Chance(30) => TopUpVisit.ToCheck,
        _ => null,
    };

    private LabServer Server() => servers[misfortune.Chance(50) ? 0 : 1];
}
