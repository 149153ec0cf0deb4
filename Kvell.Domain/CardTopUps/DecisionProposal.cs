namespace Kvell.Domain.CardTopUps;

/// <summary>What two persons decide (rule 13). Stored as numbers: never renumber.</summary>
public enum DecisionKind
{
    /// <summary>«Оплачено»</summary>
    Paid = 1,

    /// <summary>«Не оплачено»</summary>
    NotPaid = 2,

    /// <summary>«Вернуть на проверку»: an «Оплачено» that was decided by hand doesn't hold.</summary>
    TakeBack = 3,
}

/// <summary>What one person proposes, and KVELL's own answer that it stands on.</summary>
/// <param name="AnsweredAt">UTC, when KVELL gave it.</param>
/// <param name="AnswerNumber">KVELL's number of that answer.</param>
public sealed record DecisionProposal(DecisionKind Kind, DateTime AnsweredAt, string AnswerNumber, string Reason, DecisionFile? File = null);

/// <summary>KVELL's answer as it came.</summary>
public sealed record DecisionFile(string Name, string ContentType, byte[] Bytes);
