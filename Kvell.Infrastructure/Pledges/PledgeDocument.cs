using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;

namespace Kvell.Infrastructure.Pledges;

/// <summary>The document «Операция по залогу» as its page shows it. All times are the branch's.</summary>
public sealed record PledgeDocument
{
    public required Guid Id { get; init; }

    public required Guid DraftId { get; init; }

    /// <summary>Made by itself, not in a group.</summary>
    public required bool IsSingle { get; init; }

    public required Guid BranchId { get; init; }

    public required string Number { get; init; }

    public required DateTime PostedAt { get; init; }

    public required DateOnly LoanDate { get; init; }

    public required string PostedByName { get; init; }

    public required string BranchName { get; init; }

    public required Tariff? Tariff { get; init; }

    /// <summary>As it was posted.</summary>
    public required bool IssueDayBearsInterest { get; init; }

    /// <summary>The pledgor's name as it stood when posted.</summary>
    public required string PledgorName { get; init; }

    public required Pledgor Pledgor { get; init; }

    /// <summary>«Билет №01»</summary>
    public required string Ticket { get; init; }

    /// <summary>Of the ticket in its group.</summary>
    public required int TicketOrdinal { get; init; }

    /// <summary>Null when it isn't printed.</summary>
    public required string? BlankNumber { get; init; }

    public required Money Appraisal { get; init; }

    public required Money LoanAmount { get; init; }

    public required Money CashAmount { get; init; }

    public required bool IsReceiptPrinted { get; init; }

    /// <summary>Who zeroed it, when and why; null while it is in force.</summary>
    public required PledgeZeroing? Zeroing { get; init; }

    /// <summary>Why it can't be zeroed; null when it can.</summary>
    public required string? WhyNotZero { get; init; }

    /// <summary>Not given out, and dated on another day than today: it may get today's date.</summary>
    public required bool MayRedate { get; init; }

    /// <summary>In their order.</summary>
    public required IReadOnlyList<PledgeRevision> Revisions { get; init; }

    public required IReadOnlyList<PledgedItem> Items { get; init; }

    /// <summary>KVELL is in use by the branch: without it the page has no trace of it, but for what was paid by it.</summary>
    public required bool IsKvellInUse { get; init; }

    /// <summary>The mask of the card chosen for the group; null where none is.</summary>
    public required string? ChosenCardMask { get; init; }

    public required PledgeTopUp? TopUp { get; init; }

    /// <summary>What the page may show of it: with KVELL switched off, only a payout that was made or may yet be.</summary>
    public PledgeTopUp? ShownTopUp => IsKvellInUse || TopUp is { State: var state } && state.LocksOperation() ? TopUp : null;

    /// <summary>Who did what, in the order of time.</summary>
    public required IReadOnlyList<PledgeEvent> History { get; init; }

    public string Presentation => $"Операция по залогу {Number} от {Russian.DateAndTime(PostedAt)}";

    public Money CashlessAmount => LoanAmount - CashAmount;
}

/// <summary>The operation's payout, in short; the rest is its own page's.</summary>
/// <param name="Name">«ЛВЕС-000014 от 24.10.2022 12:19:10»</param>
/// <param name="Attempt">The last attempt's number; 0 before the first.</param>
public sealed record PledgeTopUp(
    Guid Id, string Name, TopUpState State, string Sentence, bool NeedsAttention, string? CardMask, string? KvellId, DateTime? CompletedAt, int Attempt);

public sealed record PledgeZeroing(string ByName, DateTime At, string Reason, Money Amount);

/// <param name="SpoiltBlank">The number of the old ticket; null where it wasn't printed.</param>
public sealed record PledgeRevision(DateOnly FromDate, DateOnly ToDate, string? SpoiltBlank, DateTime At, string ByName);
