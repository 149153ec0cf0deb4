using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>One outside check: when, by whom, and whether nothing stands against the client.</summary>
public sealed record ClientCheck(DateTime CheckedAt, string By, bool IsClear)
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(30);
}

/// <summary>What the client answered.</summary>
public sealed record QuestionnaireAnswers
{
    public bool ActsForHimself { get; init; } = true;

    public string Representative { get; init; } = "";

    public bool IsOwnBeneficiary { get; init; } = true;

    public string Beneficiary { get; init; } = "";

    public bool IsPublicOfficial { get; init; }

    public bool IsOfficialsRelative { get; init; }

    public string SourceOfFunds { get; init; } = "";

    public string LoanPurpose { get; init; } = "";

    public string Work { get; init; } = "";

    public string Risk { get; init; } = "";

    public string RightOfStay { get; init; } = "";

    public string Reminders { get; init; } = "";

    public string Note { get; init; } = "";
}

/// <summary>«Анкета залогодателя»: kept with each group of loans as it was answered then; the last one prefills the next.</summary>
public sealed class PledgorQuestionnaire
{
    /// <summary>Consent to the processing of personal data (152-ФЗ) is asked again after so many years.</summary>
    public const int ConsentYears = 5;

    private PledgorQuestionnaire()
    {
    }

    public Guid Id { get; private set; }

    public Guid PledgorId { get; private set; }

    /// <summary>The group it was filled in for; null where it came with the client's record.</summary>
    public Guid? DraftId { get; private set; }

    public DateTime FilledAt { get; private set; }

    public string FilledBy { get; private set; } = "";

    public ClientCheck PassportCheck { get; private set; } = new(default, "", false);

    public ClientCheck ListCheck { get; private set; } = new(default, "", false);

    public DateOnly ConsentSignedOn { get; private set; }

    public QuestionnaireAnswers Answers { get; private set; } = new();

    public static PledgorQuestionnaire Fill(
        Guid pledgorId, Guid? draftId, ClientCheck passport, ClientCheck lists, DateOnly consent, QuestionnaireAnswers answers, Actor by, DateTime now) => new()
        {
            Id = Guid.CreateVersion7(now),
            PledgorId = pledgorId,
            DraftId = draftId,
            FilledAt = now,
            FilledBy = by.Name,
            PassportCheck = passport,
            ListCheck = lists,
            ConsentSignedOn = consent,
            Answers = answers,
        };
}
