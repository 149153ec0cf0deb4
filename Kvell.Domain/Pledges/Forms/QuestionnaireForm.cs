using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>A check on the form: nothing chosen, chosen and not yet confirmed today, or done.</summary>
public sealed class CheckForm
{
    /// <summary>True: nothing stands against the client.</summary>
    public bool? IsClear { get; set; }

    public DateTime? CheckedAt { get; set; }

    public string By { get; set; } = "";

    public bool IsFresh(DateTime now) => CheckedAt is { } at && now - at <= ClientCheck.Validity;

    /// <summary>«Проверено сегодня», with the chosen result.</summary>
    public void Confirm(Actor by, DateTime now)
    {
        if (IsClear is not null)
            (CheckedAt, By) = (now, by.Name);
    }

    public static CheckForm Of(ClientCheck check) => new() { IsClear = check.IsClear, CheckedAt = check.CheckedAt, By = check.By };

    /// <summary>Only of a form that <see cref="QuestionnaireRules"/> let pass.</summary>
    public ClientCheck ToCheck() => new(CheckedAt!.Value, By, IsClear!.Value);
}

/// <summary>Tab «Анкета залогодателя».</summary>
public sealed class QuestionnaireForm
{
    /// <summary>When the questionnaire was filled in from which this one is prefilled.</summary>
    public DateTime? From { get; set; }

    public CheckForm Passport { get; set; } = new();

    public CheckForm Lists { get; set; } = new();

    public DateOnly? ConsentSignedOn { get; set; }

    public bool ActsForHimself { get; set; } = true;

    public string Representative { get; set; } = "";

    public bool IsOwnBeneficiary { get; set; } = true;

    public string Beneficiary { get; set; } = "";

    public bool IsPublicOfficial { get; set; }

    public bool IsOfficialsRelative { get; set; }

    public string SourceOfFunds { get; set; } = Forms.Lists.SourcesOfFunds[0];

    public string LoanPurpose { get; set; } = Forms.Lists.LoanPurposes[0];

    public string Work { get; set; } = "";

    public string Risk { get; set; } = Forms.Lists.Risks[0];

    public string RightOfStay { get; set; } = "";

    public string Reminders { get; set; } = Forms.Lists.Reminders[0];

    public string Note { get; set; } = "";

    public bool HasConsent(DateOnly today) =>
        ConsentSignedOn is { } signed && today <= signed.AddYears(PledgorQuestionnaire.ConsentYears);

    public static QuestionnaireForm Of(PledgorQuestionnaire last) => new()
    {
        From = last.FilledAt,
        Passport = CheckForm.Of(last.PassportCheck),
        Lists = CheckForm.Of(last.ListCheck),
        ConsentSignedOn = last.ConsentSignedOn,
        ActsForHimself = last.Answers.ActsForHimself,
        Representative = last.Answers.Representative,
        IsOwnBeneficiary = last.Answers.IsOwnBeneficiary,
        Beneficiary = last.Answers.Beneficiary,
        IsPublicOfficial = last.Answers.IsPublicOfficial,
        IsOfficialsRelative = last.Answers.IsOfficialsRelative,
        SourceOfFunds = last.Answers.SourceOfFunds,
        LoanPurpose = last.Answers.LoanPurpose,
        Work = last.Answers.Work,
        Risk = last.Answers.Risk,
        RightOfStay = last.Answers.RightOfStay,
        Reminders = last.Answers.Reminders,
        Note = last.Answers.Note,
    };

    public QuestionnaireAnswers ToAnswers() => new()
    {
        ActsForHimself = ActsForHimself,
        Representative = ActsForHimself ? "" : TypedText.Trimmed(Representative),
        IsOwnBeneficiary = IsOwnBeneficiary,
        Beneficiary = IsOwnBeneficiary ? "" : TypedText.Trimmed(Beneficiary),
        IsPublicOfficial = IsPublicOfficial,
        IsOfficialsRelative = IsOfficialsRelative,
        SourceOfFunds = SourceOfFunds,
        LoanPurpose = LoanPurpose,
        Work = TypedText.Trimmed(Work),
        Risk = Risk,
        RightOfStay = TypedText.Trimmed(RightOfStay),
        Reminders = Reminders,
        Note = TypedText.Trimmed(Note),
    };
}
