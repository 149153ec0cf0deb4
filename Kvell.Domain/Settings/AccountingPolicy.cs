using Kvell.Domain.Common;

namespace Kvell.Domain.Settings;

/// <summary>«Учетная политика ломбарда»: one row.</summary>
public sealed class AccountingPolicy : SettingsRow
{
    public const int DefaultIdleLockMinutes = 15;
    public const int DefaultLogBodiesKeptDays = 90;

    private AccountingPolicy()
    {
    }

    /// <summary>«Использовать пополнение карты клиента через “KVELL”».</summary>
    public bool UseKvell { get; private set; }

    /// <summary>«День выдачи входит в проценты»: of loans from now on; a posted one keeps what it was posted under.</summary>
    public bool IssueDayBearsInterest { get; private set; }

    /// <summary>After so many minutes without a key a shared desk is locked; 0: never.</summary>
    public int IdleLockMinutes { get; private set; } = DefaultIdleLockMinutes;

    /// <summary>How many days the bodies of the request log are kept; the rows themselves stay.</summary>
    public int LogBodiesKeptDays { get; private set; } = DefaultLogBodiesKeptDays;

    public static AccountingPolicy Create(bool useKvell) => new() { UseKvell = useKvell };

    /// <exception cref="IllegalTransitionException">The form doesn't pass its own check.</exception>
    public void Change(PolicyForm form, Actor by, DateTime now)
    {
        if (!form.TryRead(out var idleLock, out var logDays))
            throw new IllegalTransitionException("A form that was not checked.");
        (UseKvell, IssueDayBearsInterest, IdleLockMinutes, LogBodiesKeptDays) = (form.UseKvell, form.IssueDayBearsInterest, idleLock, logDays);
        NoteChange(by, now);
    }
}
