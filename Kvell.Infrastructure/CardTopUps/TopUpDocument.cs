using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>The document «Пополнение карты клиента» as its page shows it. All times are the branch's.</summary>
public sealed record TopUpDocument
{
    public required Guid Id { get; init; }

    public required Guid BranchId { get; init; }

    public required Guid DraftId { get; init; }

    public required Guid OperationId { get; init; }

    public required string TicketName { get; init; }

    /// <summary>«Пополнение карты клиента ЛВЕС-000006 от 20.10.2022 10:12:55»</summary>
    public required string Presentation { get; init; }

    public required TopUpState State { get; init; }

    public required string Sentence { get; init; }

    public required bool NeedsAttention { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }

    public required Money Amount { get; init; }

    /// <summary>«ЛВЕС-000017 от 24.10.2022 12:18:44»</summary>
    public required string Operation { get; init; }

    /// <summary>«Билет №04, ГП00000066»</summary>
    public required string Ticket { get; init; }

    public required string PledgorName { get; init; }

    public required string? CardMask { get; init; }

    public required string BranchName { get; init; }

    public required string ReceiverName { get; init; }

    public required string? KvellId { get; init; }

    public required Money? Commission { get; init; }

    /// <summary>«версия 2 от 20.10.2022» of the last attempt's terminal; null before the first.</summary>
    public required string? Terminal { get; init; }

    public required DateTime? CompletedAt { get; init; }

    public required DateTime? NextAt { get; init; }

    public required DecisionView Decision { get; init; }

    /// <summary>The last attempt first.</summary>
    public required IReadOnlyList<AttemptView> Attempts { get; init; }
}

/// <param name="Calls">The oldest first.</param>
/// <param name="Decisions">What persons decided while it was the last attempt, the oldest first.</param>
public sealed record AttemptView(
    int Number, TopUpState State, string Transaction, string CardMask, DateTime StartedAt, DateTime? NextAt, IReadOnlyList<CallView> Calls,
    IReadOnlyList<DecisionRow> Decisions)
{
    /// <summary>«24.10.2022 12:19:02, Петрова Анна Сергеевна»: who saw that the card is the client's; null where nobody said so.</summary>
    public string? Verified { get; init; }

    /// <summary>When it began to need attention for being open so long; null where it didn't.</summary>
    public DateTime? LateAt { get; init; }
}

/// <summary>A row of the request log, in its attempt's time order.</summary>
/// <param name="EndedAt">Null while there is no answer.</param>
/// <param name="Succeeded">The reply said <c>completed</c>.</param>
public sealed record CallView(Guid Id, string Method, DateTime StartedAt, DateTime? EndedAt, bool Succeeded, string Description)
{
    public bool IsSend => Method == GatewayMethods.Payout;

    public bool IsConfirm => Method == GatewayMethods.Confirm;
}
