using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>
/// The press «Пополнение карты клиента» up to its dialog: steps 0–3. Undecided payouts get a status check and postponed ones
/// repeat at once, to their own card; no new payout is sent here.
/// </summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class OfferPayout(
    IDbContextFactory<KvellDbContext> contexts, PressRules rules, CardChoice cards, TopUpSender sender) : IUseCase
{
    public async Task<PayoutOffer> ExecuteAsync(Actor actor, LoanScope scope, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await rules.CheckAsync(db, actor, scope, cancellationToken);
        if (found.Refusal is null && found.Loans.Where(loan => loan.IsRevisited).Select(loan => loan.TopUp!.Id).ToList() is { Count: > 0 } revisited)
        {
            await Task.WhenAll(revisited.Select(id => sender.RunAsync(id, TopUpVisit.ToCheck)));
            found = await rules.CheckAsync(db, actor, scope, cancellationToken);
        }

        if (found.Refusal is not null)
            return PayoutOffer.Refused(scope, found.Refusal);
        if (found.WrongDay is { } wrongDay)
            return PayoutOffer.Refused(scope, wrongDay) with { Misdated = [.. found.Misdated.Select(loan => loan.Misdated)] };
        if (found.Blocked is not null)
            return PayoutOffer.Refused(scope, found.Blocked);
        var payable = found.Loans.Where(loan => loan.IsPayable).ToList();
        return payable.Count == 0
            ? PayoutOffer.Refused(scope, NothingToPay(found.Loans))
            : new PayoutOffer(
                null,
                [.. payable.Select(loan => loan.Offer)],
                await cards.MaskOfChosenAsync(db, scope.DraftId, cancellationToken),
                payable[0].Operation.PledgorName,
                scope);
    }

    private static string NothingToPay(IReadOnlyList<GroupLoan> loans)
    {
        if (loans.All(loan => loan.Operation.IsZeroed))
            return "Операции обнулены: выплачивать нечего";
        var waiting = loans.Where(loan => loan.State != TopUpState.Completed && !loan.Operation.IsZeroed)
            .Select(loan => $"{loan.Ticket.Name} – {TopUpSpeech.WordOf(loan.State).ToLowerInvariant()}").ToList();
        return waiting.Count == 0
            ? "Все займы уже выплачены на карту"
            : $"Новых выплат нет, ждём: {string.Join(", ", waiting)}. Состояние обновится само.";
    }
}
