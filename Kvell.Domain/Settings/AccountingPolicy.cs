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

    /// <summary>«Печатать на простой бумаге, номера присваивать автоматически».</summary>
    public bool PrintsOnPlainPaper { get; private set; }

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
        (UseKvell, PrintsOnPlainPaper, IdleLockMinutes, LogBodiesKeptDays) = (form.UseKvell, form.PrintsOnPlainPaper, idleLock, logDays);
        NoteChange(by, now);
    }
}
