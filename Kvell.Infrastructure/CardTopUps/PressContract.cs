using Kvell.Domain.Common;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>A loan that the press would pay.</summary>
/// <param name="SeenAttempts">The attempt count the page shows; the press carries it back.</param>
public sealed record OfferedLoan(Guid OperationId, int SeenAttempts, string TicketName, string? BlankNumber, Money Amount);

/// <summary>A loan of another day, which can be given to a card only once it is re-dated.</summary>
public sealed record MisdatedLoan(Guid OperationId, string TicketName, string? BlankNumber, DateOnly LoanDate);

/// <summary>What the press «Пополнение карты клиента» found: a sentence that ends it, or what will be paid.</summary>
/// <param name="Answer">Why no payout is sent now; null when there is something to pay.</param>
/// <param name="ChosenCardMask">A card chosen before that can be used again.</param>
/// <param name="Scope">What was pressed for; it is confirmed for the same and for nothing else.</param>
public sealed record PayoutOffer(
    string? Answer, IReadOnlyList<OfferedLoan> Loans, string? ChosenCardMask, string PledgorName, LoanScope Scope)
{
    /// <summary>Why it was refused, where that can be put right at once: the loans of another day.</summary>
    public IReadOnlyList<MisdatedLoan> Misdated { get; init; } = [];

    public Money Sum => Money.Sum(Loans.Select(loan => loan.Amount));

    public IEnumerable<string> Unprinted => Loans.Where(loan => loan.BlankNumber is null).Select(loan => loan.TicketName);

    public static PayoutOffer Refused(LoanScope scope, string answer) => new(answer, [], null, "", scope);
}

/// <summary>«Выплатить»: what the person saw and confirmed.</summary>
/// <param name="NewCard">A card typed now; null to use the chosen one.</param>
/// <param name="IsCardVerified">The tick «Карта принадлежит …, сверено».</param>
public sealed record PayoutConfirmation(PayoutOffer Offer, CardNumber? NewCard, bool IsCardVerified);
