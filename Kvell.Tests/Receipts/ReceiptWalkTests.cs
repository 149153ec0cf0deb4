using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Tests.Architecture;
using Kvell.Tests.CardTopUps;
using Xunit;

namespace Kvell.Tests.Receipts;

/// <summary>
/// Every order of the steps at a desk, until nothing new comes: posted with or without the receipt, cash entered and taken back, receipts printed
/// and returned, the loan zeroed, payouts begun and decided, the setting and the terminal's keys switched between any two of them. Whatever the
/// order, what left the drawer and what is on the card never exceed the loan.
/// </summary>
public sealed class ReceiptWalkTests
{
    private static readonly Money Part = Money.FromRubles(1);

    private static readonly Dictionary<string, Action<WalkDesk>> Steps = new()
    {
        ["switch the setting"] = desk => desk.IsByButton = !desk.IsByButton,
        ["switch the keys"] = desk => desk.IsReady = !desk.IsReady,
        ["post"] = desk => desk.Post(areKindsChosen: false),
        ["post with the kinds"] = desk => desk.Post(areKindsChosen: true),
        ["no cash"] = desk => desk.EnterCash(Money.Zero),
        ["some cash"] = desk => desk.EnterCash(Part),
        ["all in cash"] = desk => desk.EnterCash(TopUpStory.Loan),
        ["print"] = desk => desk.Print(),
        ["return"] = desk => desk.Return(),
        ["zero"] = desk => desk.Zero(),
        ["press"] = desk => desk.Press(),
        ["the bank pays"] = desk => desk.Settle(TopUpState.Completed),
        ["the bank refuses"] = desk => desk.Settle(TopUpState.Declined),
        ["the bank is silent"] = desk => desk.Settle(TopUpState.Unknown),
        ["no connection"] = desk => desk.Settle(TopUpState.Postponed),
    };

    [Fact]
    public void Cash_and_card_never_exceed_the_loan_whatever_the_order_of_the_steps()
    {
        var seen = new HashSet<string> { new WalkDesk().Key };
        var paths = new Queue<string[]>([[]]);
        var troubles = new List<string>();
        while (paths.TryDequeue(out var path))
        {
            foreach (var step in Steps.Keys)
            {
                var desk = Replay(path);
                if (!desk.Try(Steps[step]))
                    continue;
                if (desk.Trouble is { } trouble)
                    troubles.Add($"{string.Join(", ", path.Append(step))}: {trouble}");
                if (seen.Add(desk.Key))
                    paths.Enqueue([.. path, step]);
            }
        }

        Findings.None(troubles);
        Assert.True(seen.Count >= 150, $"Only {seen.Count} situations were met.");
    }

    /// <summary>What the rules say and what the verbs do is one thing: nothing that a sentence refuses works, nothing else throws.</summary>
    [Fact]
    public void The_sentences_and_the_verbs_agree_in_every_situation()
    {
        var troubles = new List<string>();
        foreach (var cash in new[] { Money.Zero, Part, TopUpStory.Loan })
        {
            foreach (var state in Enum.GetValues<TopUpState>().Cast<TopUpState?>().Prepend(null))
            {
                foreach (var forbids in new[] { false, true })
                {
                    foreach (var (isPrinted, drawer) in from printed in new[] { false, true } from drawer in new[] { Money.Zero, TopUpStory.Loan } select (printed, drawer))
                    {
                        var desk = WalkDesk.Posted();
                        desk.Operation.EnterCash(cash, payoutLock: false);
                        if (isPrinted)
                            desk.Print();
                        var facts = new ReceiptFacts(state, forbids, IsKvellInUse: true, IsCashlessShut: false, drawer);
                        var refusal = ReceiptRules.RefusalOf(desk.Operation, facts);
                        var works = Works(() => desk.Operation.PrintReceipt(state, forbids, TopUpStory.Receiver, TopUpStory.Noon)) && !NeedsMoreThan(drawer, cash, state);
                        if (works != refusal is null)
                            troubles.Add($"cash {cash}, {state}, forbids {forbids}, printed {isPrinted}, drawer {drawer}: works {works}, said «{refusal}»");
                    }
                }
            }
        }

        Findings.None(troubles);
    }

    [Theory]
    [InlineData(TopUpState.Sending, ReceiptRules.Wait)]
    [InlineData(TopUpState.AwaitingCode, ReceiptRules.Wait)]
    [InlineData(TopUpState.Processing, ReceiptRules.Wait)]
    [InlineData(TopUpState.Unknown, ReceiptRules.Wait)]
    [InlineData(TopUpState.New, null)]
    [InlineData(TopUpState.Postponed, null)]
    [InlineData(TopUpState.Declined, null)]
    [InlineData(TopUpState.Completed, null)]
    public void A_cashless_receipt_waits_for_the_bank_only(TopUpState state, string? sentence)
    {
        var (operation, facts) = (TopUpStory.PostOperation(Money.Zero), new ReceiptFacts(state, ForbidsCash: true, IsKvellInUse: true, IsCashlessShut: false, Money.Zero));
        Assert.Equal(sentence, ReceiptRules.RefusalOf(operation, facts));
        Assert.Equal(state != TopUpState.Completed, ReceiptRules.WarningOf(operation, facts) is not null);
    }

    [Fact]
    public void A_loan_that_turned_out_paid_gets_a_cashless_receipt_whatever_was_typed()
    {
        var operation = TopUpStory.PostOperation(TopUpStory.Loan);
        var receipt = operation.PrintReceipt(TopUpState.Completed, forbidsCash: true, TopUpStory.Receiver, TopUpStory.Noon);
        Assert.Equal((Money.Zero, TopUpStory.Loan), (receipt.Cash, receipt.Cashless));
        Assert.Equal(Money.Zero, operation.CashAmount);
    }

    [Fact]
    public void Cash_given_before_the_card_turned_out_paid_comes_back_by_a_return()
    {
        var operation = TopUpStory.PostOperation(TopUpStory.Loan);
        var receipt = operation.PrintReceipt(TopUpState.Declined, forbidsCash: false, TopUpStory.Receiver, TopUpStory.Noon);
        Assert.Null(ReceiptRules.ReturnRefusalOf(operation, TopUpState.Completed));
        Assert.Equal(TopUpStory.Loan, operation.ReturnReceipt(receipt, TopUpState.Completed, TopUpStory.Receiver, TopUpStory.Noon).Cash);
        var second = operation.PrintReceipt(TopUpState.Completed, forbidsCash: true, TopUpStory.Receiver, TopUpStory.Noon);
        Assert.Equal(Money.Zero, second.Cash);
        Assert.NotNull(ReceiptRules.ReturnRefusalOf(operation, TopUpState.Completed));
        Assert.Throws<IllegalTransitionException>(() => operation.ReturnReceipt(second, TopUpState.Completed, TopUpStory.Receiver, TopUpStory.Noon));
    }

    [Fact]
    public void Without_a_terminal_cashless_is_shut_unless_the_money_is_there_already()
    {
        var facts = new ReceiptFacts(null, ForbidsCash: false, IsKvellInUse: true, IsCashlessShut: true, TopUpStory.Loan);
        Assert.Contains("Безналичные закрыты", ReceiptRules.RefusalOf(TopUpStory.PostOperation(Money.Zero), facts), StringComparison.Ordinal);
        Assert.Contains("Безналичные закрыты", ReceiptRules.RefusalOf(TopUpStory.PostOperation(Part), facts), StringComparison.Ordinal);
        Assert.Null(ReceiptRules.RefusalOf(TopUpStory.PostOperation(TopUpStory.Loan), facts));
        Assert.Null(ReceiptRules.RefusalOf(TopUpStory.PostOperation(Money.Zero), facts with { TopUp = TopUpState.Completed }));
    }

    private static bool NeedsMoreThan(Money drawer, Money cash, TopUpState? state) => state != TopUpState.Completed && cash > drawer;

    private static bool Works(Action verb)
    {
        try
        {
            verb();
            return true;
        }
        catch (IllegalTransitionException)
        {
            return false;
        }
    }

    private static WalkDesk Replay(IEnumerable<string> path)
    {
        var desk = new WalkDesk();
        foreach (var step in path)
            Steps[step](desk);
        return desk;
    }
}
