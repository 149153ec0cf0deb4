namespace Kvell.Domain.CardTopUps;

/// <summary>Why a top-up is flagged «Требует внимания». Stored as bits: never renumber.</summary>
[Flags]
public enum Attention
{
    None = 0,

    /// <summary>A reply named another number or amount.</summary>
    WrongEcho = 1,

    /// <summary>An answer contradicts what was proven before it.</summary>
    Contradiction = 2,

    /// <summary>A status no source lists.</summary>
    UnlistedStatus = 4,

    /// <summary>Paid on another day than the loan's date: the ticket's interest is wrong.</summary>
    PaidOnAnotherDay = 8,

    /// <summary>The gateway refuses status calls: the terminal's settings are wrong.</summary>
    TerminalMisconfigured = 16,

    /// <summary>Two numbers of one loan were paid.</summary>
    PaidTwice = 32,
}
