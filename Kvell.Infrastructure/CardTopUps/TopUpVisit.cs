using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;

namespace Kvell.Infrastructure.CardTopUps;

/// <summary>What a press wants paid: which loan, to which card, by which terminal. The card is in memory only.</summary>
public sealed record PayoutOrder(Guid OperationId, CardNumber Card, GatewayTerminal Terminal, Guid StartedBy);

/// <summary>One visit to a top-up: why, and what only the visitor knows.</summary>
/// <param name="Code">The client's code; never stored.</param>
public sealed record TopUpVisit(TopUpIntent Intent, PayoutOrder? Order = null, string? Code = null)
{
    public static TopUpVisit BySchedule { get; } = new(new TopUpIntent.Schedule());

    public static TopUpVisit ToCheck { get; } = new(new TopUpIntent.CheckNow());

    public static TopUpVisit ToStop { get; } = new(new TopUpIntent.StopTrying());

    public bool IsScheduled => Intent is TopUpIntent.Schedule;

    /// <summary>The record's own text would print the code.</summary>
    public override string ToString() => Intent.ToString();
}
