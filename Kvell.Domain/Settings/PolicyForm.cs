using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Issue;

namespace Kvell.Domain.Settings;

/// <summary>«Учетная политика ломбарда» as typed.</summary>
public sealed record PolicyForm
{
    public const string IdleLockField = "idle-lock";
    public const string LogDaysField = "log-days";
    public const string FirmNameField = "firm-name";
    public const string FirmAddressField = "firm-address";
    public const string FirmRegistrationField = "firm-registration";
    public const int LongestFirmText = 300;

    /// <summary>A working day: a lock that comes later locks nothing.</summary>
    public const int MostIdleLockMinutes = 480;

    /// <summary>A payout is still asked about for 35 days; a dispute needs what was said at its beginning.</summary>
    public const int LeastLogDays = TopUpSchedule.ReconciledDays;
    public const int MostLogDays = 1825;

    public bool UseKvell { get; set; }

    public bool IssueDayBearsInterest { get; set; }

    public bool PrintsOnPlainPaper { get; set; }

    public string IdleLockMinutes { get; set; } = $"{AccountingPolicy.DefaultIdleLockMinutes}";

    public string LogBodiesKeptDays { get; set; } = $"{AccountingPolicy.DefaultLogBodiesKeptDays}";

    public string FirmName { get; set; } = "";

    public string FirmAddress { get; set; } = "";

    public string FirmRegistration { get; set; } = "";

    public FirmDetails Firm => new(TypedText.Trimmed(FirmName), TypedText.Trimmed(FirmAddress), TypedText.Trimmed(FirmRegistration));

    public IssueBlocks Blocks { get; set; } = AccountingPolicy.DefaultBlocks;

    public static PolicyForm Of(AccountingPolicy? policy) => policy is null ? new PolicyForm() : new PolicyForm
    {
        UseKvell = policy.UseKvell,
        IssueDayBearsInterest = policy.IssueDayBearsInterest,
        PrintsOnPlainPaper = policy.PrintsOnPlainPaper,
        IdleLockMinutes = $"{policy.IdleLockMinutes}",
        LogBodiesKeptDays = $"{policy.LogBodiesKeptDays}",
        Blocks = policy.Blocks,
        FirmName = policy.Firm.Name,
        FirmAddress = policy.Firm.Address,
        FirmRegistration = policy.Firm.Registration,
    };

    /// <summary>Whether a rule forbids, or only warns.</summary>
    public void Let(IssueBlocks rule, bool forbid) => Blocks = forbid ? Blocks | rule : Blocks & ~rule;

    public IReadOnlyList<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        if (!TypedText.TryWhole(IdleLockMinutes, 0, MostIdleLockMinutes, out _))
            refusals.Add(new Refusal($"Нужно целое число минут от 0 до {MostIdleLockMinutes}; 0 – не блокировать", IdleLockField));
        if (!TypedText.TryWhole(LogBodiesKeptDays, LeastLogDays, MostLogDays, out _))
            refusals.Add(new Refusal($"Нужно целое число дней от {LeastLogDays} до {MostLogDays}", LogDaysField));
        foreach (var (typed, field) in new[] { (FirmName, FirmNameField), (FirmAddress, FirmAddressField), (FirmRegistration, FirmRegistrationField) })
        {
            if (TypedText.Trimmed(typed).Length > LongestFirmText)
                refusals.Add(new Refusal($"Не длиннее {LongestFirmText} знаков", field));
        }

        return refusals;
    }

    internal bool TryRead(out int idleLock, out int logDays) =>
        TypedText.TryWhole(IdleLockMinutes, 0, MostIdleLockMinutes, out idleLock)
        & TypedText.TryWhole(LogBodiesKeptDays, LeastLogDays, MostLogDays, out logDays);
}
