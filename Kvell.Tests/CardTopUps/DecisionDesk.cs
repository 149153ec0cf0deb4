using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Kvell.Tests.CardTopUps.Decisions;

namespace Kvell.Tests.CardTopUps;

/// <summary>Decisions of persons about a loan of the house, by the use-cases.</summary>
internal static class DecisionDesk
{
    /// <summary>Sent, unanswered, and an hour has passed.</summary>
    public static async Task<PayoutLoan> SilentLoanAsync(this PayoutHouse house)
    {
        house.Gateway.WillDo(Reaction.Lose);
        var loan = await house.PostAsync();
        await loan.PressAsync();
        house.Clock.Advance(CardTopUp.ProposalAfter);
        return loan;
    }

    public static DecisionForm Form(this PayoutHouse house, DecisionKind? choice) => new()
    {
        Choice = choice,
        AnsweredAt = Russian.DateAndMinutes(BranchZone.ToLocal(house.Clock.Now, TopUpStory.Moscow)),
        AnswerNumber = "4471",
        Reason = "Письмо KVELL",
    };

    public static Task<IReadOnlyList<Refusal>> ProposeAsync(this PayoutLoan loan, DecisionKind choice, DecisionFile? file = null, PayoutProcess? process = null) =>
        (process ?? loan.House.Desk).Get<ProposeDecision>().ExecuteAsync(Chief, loan.TopUpId, loan.House.Form(choice) with { File = file }, Stop);

    public static async Task<Refusal?> ConfirmAsync(this PayoutLoan loan, Actor by, PayoutProcess? process = null) =>
        await (process ?? loan.House.Desk).Get<ConfirmDecision>().ExecuteAsync(by, loan.TopUpId, (await loan.ReadAsync()).ProposalId ?? Guid.Empty, Stop);

    public static async Task<List<TopUpDecisionEntry>> JournalAsync(this PayoutLoan loan)
    {
        await using var db = loan.House.Desk.Open();
        return await db.Set<TopUpDecisionEntry>().Where(entry => entry.TopUpId == loan.TopUpId).OrderBy(entry => entry.Ordinal).ToListAsync(Stop);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
