using Kvell.Domain.Common;
using Kvell.Domain.Gateway;

namespace Kvell.Domain.CardTopUps;

/// <summary>
/// One try at paying a loan: its number, its bytes, and what is known of its sends. Only <see cref="CardTopUp"/> changes it.
/// </summary>
public sealed partial class TopUpAttempt
{
    private TopUpAttempt()
    {
    }

    public Guid Id { get; private set; }

    public Guid TopUpId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Transaction { get; private set; } = "";

    public Money Amount { get; private set; }

    public string CardMask { get; private set; } = "";

    public Guid TerminalId { get; private set; }

    public string ApiKey { get; private set; } = "";

    public bool IsTest { get; private set; }

    public Guid StartedBy { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>Erased in the commit in which the number is accepted, or the attempt decided.</summary>
    public byte[]? SealedBody { get; private set; }

    public int SendCount { get; private set; }

    /// <summary>Sends of which a byte left or may have left; those recorded as "no byte left" are taken off.</summary>
    public int SendsThatMayHaveLeft { get; private set; }

    /// <summary>The last send's lease end: its end, as long as nobody recorded a better one.</summary>
    public DateTime LastSendLeaseEnd { get; private set; }

    /// <summary>When the last send's outcome was recorded; null while it isn't.</summary>
    public DateTime? LastSendEndedAt { get; private set; }

    /// <summary>Any reply, to a send or a check, that knew the number as accepted.</summary>
    public bool WasAccepted { get; private set; }

    /// <summary>The last send, a re-send, was answered D or C (rule 3 c).</summary>
    public bool LastSendRefused { get; private set; }

    /// <summary>A "not found" that counts came for the send of this ordinal: the same bytes go again.</summary>
    public int NotFoundAfterSend { get; private set; }

    /// <summary>Start of the check schedule's early part.</summary>
    public DateTime CheckAnchor { get; private set; }

    public DateTime? LastCheckStartedAt { get; private set; }

    public int PostponeCount { get; private set; }

    public int ConfirmCount { get; private set; }

    public bool IsConfirmOpen { get; private set; }

    /// <summary>UTC. When the last confirm ended, or, unrecorded, when its lease did; null where there was none.</summary>
    public DateTime? LastConfirmEnd { get; private set; }

    public ClosedBy? ClosedBy { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>Start of the last check that found a closed number still unpaid (rule 14).</summary>
    public DateTime? ClearedAt { get; private set; }

    /// <summary>Start of a closed number's last check, where it brought no answer; null where it did.</summary>
    public DateTime? UnansweredAt { get; private set; }

    public bool IsPaid { get; private set; }

    /// <summary>Paid by two persons' decision, and by no reply of KVELL's.</summary>
    public bool IsPaidByHand { get; private set; }

    /// <summary>Such a decision was taken back: the number is open again, and never sent or confirmed.</summary>
    public bool IsTakenBack { get; private set; }

    /// <summary>What the gateway said last, for a person.</summary>
    public string LastAnswer { get; private set; } = "";

    public DateTime? NextActionAt { get; private set; }

    public bool IsOpen => ClosedBy is null && !IsPaid;

    public GatewayTerminal Terminal => new(TerminalId, ApiKey, IsTest);

    /// <summary>The last send's end, or what must be taken for it.</summary>
    public DateTime LastSendEnd => LastSendEndedAt ?? LastSendLeaseEnd;

    internal static TopUpAttempt Begin(Guid topUpId, int number, Money amount, AttemptTerms terms, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        TopUpId = topUpId,
        Number = number,
        Transaction = terms.Transaction,
        Amount = amount,
        CardMask = terms.CardMask,
        TerminalId = terms.Terminal.TerminalId,
        ApiKey = terms.Terminal.ApiKey,
        IsTest = terms.Terminal.IsTest,
        StartedBy = terms.StartedBy,
        StartedAt = now,
        SealedBody = terms.SealedBody,
    };
}
