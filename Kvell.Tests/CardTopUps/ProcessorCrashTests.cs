using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>
/// A process is stopped at every statement, commit and call of a visit, before it and after it; another one, which knows nothing,
/// finds the outcome by the sweep alone.
/// </summary>
public sealed class ProcessorCrashTests
{
    /// <param name="Script">What the gateway does with new numbers, in turn; then it completes.</param>
    /// <param name="Prepare">Up to the visit, in a process that nothing befalls.</param>
    private sealed record Scene(Reaction[] Script, Func<PayoutLoan, Task> Prepare, Func<PayoutLoan, PayoutProcess, Task> Visit);

    private static readonly Dictionary<string, Scene> Scenes = new()
    {
        ["a press that pays"] = new([Reaction.Complete], _ => Task.CompletedTask, (loan, process) => loan.PressAsync(process)),
        ["a press that pays unheard"] = new([Reaction.CompleteAndSayNothing], _ => Task.CompletedTask, (loan, process) => loan.PressAsync(process)),
        ["a press that is lost"] = new([Reaction.Lose], _ => Task.CompletedTask, (loan, process) => loan.PressAsync(process)),
        ["a press that is refused"] = new([.. Enumerable.Repeat(Reaction.Refuse, 9)], _ => Task.CompletedTask, (loan, process) => loan.PressAsync(process)),
        ["a press without connection"] = new([Reaction.NoConnection], _ => Task.CompletedTask, (loan, process) => loan.PressAsync(process)),
        ["the next attempt"] = new([Reaction.Refuse], PressThenMinuteAsync, (loan, process) => loan.PressAsync(process)),
        ["a status check"] = new(
            [Reaction.Process],
            async loan =>
            {
                await PressThenMinuteAsync(loan);
                loan.House.Gateway.Settle("completed");
            },
            (loan, process) => loan.RunAsync(TopUpVisit.BySchedule, process)),
        ["a re-send"] = new(
            [Reaction.Lose],
            async loan =>
            {
                await PressThenMinuteAsync(loan);
                loan.House.Clock.Advance(TopUpStory.Grace);
                await loan.RunAsync(TopUpVisit.BySchedule);
            },
            (loan, process) => loan.RunAsync(TopUpVisit.BySchedule, process)),
        ["a confirm"] = new([Reaction.AskForCode], PressThenMinuteAsync, (loan, process) => loan.RunAsync(new TopUpVisit(new TopUpIntent.Confirm(), Code: "123456"), process)),
        ["a recovery"] = new(
            [Reaction.Complete],
            async loan =>
            {
                loan.House.Gateway.OnCall = () => throw new StruckException("in the call");
                await Assert.ThrowsAsync<StruckException>(() => loan.PressAsync());
                loan.House.Gateway.OnCall = () => Task.CompletedTask;
                loan.House.Clock.Advance(TopUpStory.Settings.Lease);
            },
            (loan, process) => loan.RunAsync(TopUpVisit.BySchedule, process)),
        ["a stop"] = new([Reaction.NoConnection], loan => loan.PressAsync(), (loan, process) => loan.RunAsync(TopUpVisit.ToStop, process)),
    };

    public static TheoryData<string> Names() => [.. Scenes.Keys];

    /// <summary>Claim, write-ahead, call and record, before and after each; where nothing is called, claim and commit.</summary>
    private const int FewestMoments = 4;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_a_process_dies_at_the_sweep_finds_the_outcome(string name) =>
        Assert.True(await AtEveryMomentAsync(Scenes[name], Blow.Death) >= FewestMoments);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_fails_or_loses_its_answer_the_outcome_is_right(string name) =>
        Assert.True(await AtEveryMomentAsync(Scenes[name], Blow.Fault) >= FewestMoments);

    /// <returns>How many moments the visit has.</returns>
    private static async Task<int> AtEveryMomentAsync(Scene scene, Blow blow)
    {
        for (var moment = 1; ; moment++)
        {
            var fate = new Fate(moment, blow);
            using var house = new PayoutHouse();
            house.Gateway.WillDo(scene.Script);
            var loan = await house.PostAsync();
            await scene.Prepare(loan);
            var process = house.StartProcess(fate);
            var thrown = await Record.ExceptionAsync(() => scene.Visit(loan, process));
            Assert.True(thrown is null or StruckException || fate.HasStruck, $"{thrown}");
            await FindsOutcomeAsync(house, loan, $"struck {fate.Where}");
            if (!fate.HasStruck)
                return moment - 1;
        }
    }

    private static async Task FindsOutcomeAsync(PayoutHouse house, PayoutLoan loan, string where)
    {
        house.Clock.Advance(TopUpStory.Settings.Lease);
        await house.SweepUntilAsync(async () => await loan.IsDecidedAsync() || await AwaitsCodeAsync(loan));
        if (await AwaitsCodeAsync(loan))
            await loan.RunAsync(new TopUpVisit(new TopUpIntent.Confirm(), Code: "123456"));
        var found = await loan.ReadAsync();
        TopUpInvariants.Hold(found);
        Assert.True(await loan.IsDecidedAsync(), $"{where}: {found.State}");
        Assert.True(house.Gateway.Orders <= 1, $"{where}: {house.Gateway.Orders} orders");
        Assert.True(house.Gateway.Paid == (found.State == TopUpState.Completed ? 1 : 0), $"{where}: {found.State}, paid {house.Gateway.Paid}");
        Assert.True(house.Gateway.Bodies.Select(Convert.ToHexString).Distinct().Count() <= found.Attempts.Count, $"{where}: other bytes under a number");
        await CanStillBePaidAsync(house, loan, found, where);
    }

    private static async Task CanStillBePaidAsync(PayoutHouse house, PayoutLoan loan, CardTopUp found, string where)
    {
        if (found.State == TopUpState.Completed)
            return;
        house.Clock.Advance(TopUpStory.Grace);
        house.Gateway.WillDoNow(Reaction.Complete);
        await loan.PressAsync();
        Assert.True(await loan.StateAsync() == TopUpState.Completed, $"{where}, pressed again: {await loan.StateAsync()}");
        Assert.Equal((1, 1), (house.Gateway.Orders, house.Gateway.Paid));
    }

    private static async Task<bool> AwaitsCodeAsync(PayoutLoan loan) =>
        await loan.ReadAsync() is { State: TopUpState.AwaitingCode, Attempts: [{ IsConfirmOpen: false }] };

    private static async Task PressThenMinuteAsync(PayoutLoan loan)
    {
        await loan.PressAsync();
        loan.House.Clock.Advance(TimeSpan.FromMinutes(1));
    }
}
