namespace Kvell.Domain.Common;

/// <summary>Kinds of numbered documents; each kind and branch has its own counter.</summary>
public enum DocumentKind
{
    PledgeOperation = 1,
    CardTopUp = 2,

    /// <summary>Tickets on plain paper.</summary>
    PlainTicket = 3,
}
