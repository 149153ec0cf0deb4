using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>
/// «Выплатить»: the button's steps 0–3 once more, then 5 (documents found or made) and 6 (all are sent, apart from the page).
/// Only this pays; looking at the offer, choosing a card and closing the dialog never do.
/// </summary>
[AllowedTo(UserRole.Receiver, UserRole.FullRights)]
public sealed class PayLoansToCard(
    IDbContextFactory<KvellDbContext> contexts, PressRules rules, CardChoice cards, TopUpDocuments documents, TopUpSender sender, TimeProvider clock) : IUseCase
{
    public const string OfferChanged = "Пока окно было открыто, состояние выплат изменилось. Ничего не отправлено: нажмите «Пополнение карты клиента» ещё раз.";

    /// <returns>Null when the payouts are on their way, else why nothing was sent.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, PayoutConfirmation confirmation, CancellationToken cancellationToken)
    {
        actor.Demand(this);
        var (offer, pressedAt) = (confirmation.Offer, clock.GetUtcNow().UtcDateTime);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await rules.CheckAsync(db, actor, offer.Scope, cancellationToken);
        if ((found.Refusal ?? found.WrongDay ?? found.Blocked) is { } refusal)
            return new Refusal(refusal);
        var (loans, branch) = (found.Loans, found.Branch);
        var payable = loans.Where(loan => loan.IsPayable).ToList();
        if (!payable.Select(loan => loan.Offer).SequenceEqual(offer.Loans))
            return new Refusal(OfferChanged);
        var (card, cardRefusal) = await cards.TakeAsync(offer.Scope.DraftId, confirmation, actor, cancellationToken);
        if (card is null)
            return cardRefusal;
        var terminal = (await KvellReadinessCheck.LatestTerminalAsync(db, branch.Id, cancellationToken))!;
        var called = new GatewayTerminal(terminal.Id, terminal.ApiKey, terminal.IsTest);
        var topUpIds = await documents.FindOrMakeAsync([.. payable.Select(loan => loan.Operation.Id)], branch, actor, cancellationToken);
        _ = sender.Start([.. payable.Select(loan => (
            topUpIds[loan.Operation.Id],
            new TopUpVisit(
                new TopUpIntent.Press(loan.Offer.SeenAttempts, pressedAt),
                new PayoutOrder(loan.Operation.Id, card, called, actor.UserId))))]);
        return null;
    }
}
