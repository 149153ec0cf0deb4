using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Web.Look;

/// <summary>Payouts that KVELL is silent about, and what persons make of them.</summary>
internal sealed record Disputes(Guid Fresh, Guid Silent, Guid Proposed, Guid PaidByHand, Guid Refused)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="pending">Five loans: four with the bank, the last one refused. KVELL can't be reached any more.</param>
    public static async Task<Disputes> MakeAsync(KvellHost host, PayoutDesk desk, Guid pending)
    {
        var ids = (await desk.TopUpsAsync(pending)).Select(topUp => topUp.Id).ToList();
        var made = new Disputes(ids[0], ids[1], ids[2], ids[3], ids[4]);
        await AgeAsync(desk, [made.Fresh], TimeSpan.FromMinutes(20));
        await AgeAsync(desk, [made.Silent, made.Proposed, made.PaidByHand], TimeSpan.FromHours(2));
        using var chief = await PayoutDesk.OpenAsync(host, "fullrights");
        using var deputy = await PayoutDesk.OpenAsync(host, "fullrights2");
        await desk.UntilAsync(pending, topUps => topUps.All(topUp => topUp.LeaseOwner is null));
        await ProposeAsync(chief, made.Proposed, DecisionKind.NotPaid);
        await ProposeAsync(chief, made.PaidByHand, DecisionKind.Paid);
        var proposal = (await desk.TopUpsAsync(pending)).Single(topUp => topUp.Id == made.PaidByHand).ProposalId!.Value;
        Assert.Null(await deputy.Get<ConfirmDecision>().ExecuteAsync(deputy.Actor, made.PaidByHand, proposal, Stop));
        await desk.Get<IClosedNumbers>().AskAsync([made.Refused], desk.Get<TimeProvider>().GetUtcNow().UtcDateTime);
        return made;
    }

    private static async Task AgeAsync(PayoutDesk desk, Guid[] ids, TimeSpan by)
    {
        var since = desk.Get<TimeProvider>().GetUtcNow().UtcDateTime - by;
        await using var db = await desk.DatabaseAsync();
        await db.Set<TopUpAttempt>().Where(attempt => ids.Contains(attempt.TopUpId)).ExecuteUpdateAsync(row => row.SetProperty(attempt => attempt.LastSendEndedAt, since), Stop);
        await db.Set<CardTopUp>().Where(topUp => ids.Contains(topUp.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(topUp => topUp.UndecidedSince, since).SetProperty(topUp => topUp.Version, topUp => topUp.Version + 1), Stop);
    }

    private static async Task ProposeAsync(PayoutDesk desk, Guid topUp, DecisionKind choice)
    {
        var local = BranchZone.ToLocal(desk.Get<TimeProvider>().GetUtcNow().UtcDateTime, TopUpStory.Moscow);
        var form = new DecisionForm
        {
            Choice = choice,
            AnsweredAt = Russian.DateAndTime(local),
            AnswerNumber = "4471",
            Reason = "KVELL: заказ с этим номером не поступал и исполнен не будет",
            File = new DecisionFile("kvell-4471.pdf", "application/pdf", new byte[86_016]),
        };
        Assert.Empty(await desk.Get<ProposeDecision>().ExecuteAsync(desk.Actor, topUp, form, Stop));
    }
}
