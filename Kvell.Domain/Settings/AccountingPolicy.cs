using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Issue;

namespace Kvell.Domain.Settings;

/// <summary>«Учетная политика ломбарда»: one row.</summary>
public sealed class AccountingPolicy : SettingsRow
{
    public const int DefaultIdleLockMinutes = 15;
    public const int DefaultLogBodiesKeptDays = 90;

    /// <summary>Out of the box hours and the full cost of a loan only warn, and so does an unprinted ticket.</summary>
    public const IssueBlocks DefaultBlocks = IssueBlocks.StaleChecks | IssueBlocks.StopList;

    private AccountingPolicy()
    {
    }

    /// <summary>«Использовать пополнение карты клиента через “KVELL”».</summary>
    public bool UseKvell { get; private set; }

    /// <summary>«День выдачи входит в проценты»: of loans from now on; a posted one keeps what it was posted under.</summary>
    public bool IssueDayBearsInterest { get; private set; }

    /// <summary>«Печатать на простой бумаге, номера присваивать автоматически».</summary>
    public bool PrintsOnPlainPaper { get; private set; }

    /// <summary>After so many minutes without a key a shared desk is locked; 0: never.</summary>
    public int IdleLockMinutes { get; private set; } = DefaultIdleLockMinutes;

    /// <summary>How many days the bodies of the request log are kept; the rows themselves stay.</summary>
    public int LogBodiesKeptDays { get; private set; } = DefaultLogBodiesKeptDays;

    /// <summary>Which of the rules before giving a loan forbid rather than warn.</summary>
    public IssueBlocks Blocks { get; private set; } = DefaultBlocks;

    /// <summary>The lender's name and address on the papers; empty until somebody fills them in.</summary>
    public FirmDetails Firm { get; private set; } = FirmDetails.None;

    public static AccountingPolicy Create(bool useKvell, FirmDetails? firm = null) => new() { UseKvell = useKvell, Firm = firm ?? FirmDetails.None };

    /// <exception cref="IllegalTransitionException">The form doesn't pass its own check.</exception>
    public void Change(PolicyForm form, Actor by, DateTime now)
    {
        if (!form.TryRead(out var idleLock, out var logDays))
            throw new IllegalTransitionException("A form that was not checked.");
        (UseKvell, PrintsOnPlainPaper, IssueDayBearsInterest, IdleLockMinutes, LogBodiesKeptDays, Blocks) =
            (form.UseKvell, form.PrintsOnPlainPaper, form.IssueDayBearsInterest, idleLock, logDays, form.Blocks);
        Firm = form.Firm;
        NoteChange(by, now);
    }
}
