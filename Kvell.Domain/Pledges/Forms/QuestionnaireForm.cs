using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>A check on the form: nothing chosen, chosen and not yet confirmed today, or done.</summary>
public sealed class CheckForm
{
    /// <summary>True: nothing stands against the client.</summary>
    public bool? IsClear { get; set; }

    public DateTime? CheckedAt { get; set; }

    public string By { get; set; } = "";

    /// <summary>The document, or the person, that was checked: a key of <see cref="PledgorForm"/>'s. Null: nobody said, so the form's own.</summary>
    public string? Subject { get; set; }

    public bool IsMade => CheckedAt is not null && IsClear is not null;

    public bool IsOf(string subject) => Subject is null || Subject == subject;

    public bool IsFresh(DateTime now) => CheckedAt is { } at && now - at <= ClientCheck.Validity;

    /// <summary>«Проверено сегодня», with the chosen result.</summary>
    public void Confirm(Actor by, DateTime now, string subject)
    {
        if (IsClear is not null)
            (CheckedAt, By, Subject) = (now, by.Name, subject);
    }

    public static CheckForm Of(ClientCheck check, string subject) =>
        new() { IsClear = check.IsClear, CheckedAt = check.CheckedAt, By = check.By, Subject = subject };

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

    /// <summary>Known checks replace what is older here, or of another document or person.</summary>
    /// <returns>Whether anything was replaced.</returns>
    public bool Take(KnownChecks known, PledgorForm pledgor, DateOnly today)
    {
        var (passport, lists) = (Passport, Lists);
        Passport = Better(Passport, known.Passport, pledgor.DocumentKey);
        Lists = Better(Lists, known.Lists, pledgor.PersonKey(today));
        return passport != Passport || lists != Lists;
    }

    /// <param name="client">Whose it is, as he is recorded: he was checked with this document and name.</param>
    public static QuestionnaireForm Of(PledgorQuestionnaire last, Pledgor client) => new()
    {
        From = last.FilledAt,
        Passport = CheckForm.Of(last.PassportCheck, client.DocumentKey),
        Lists = CheckForm.Of(last.ListCheck, PledgorForm.PersonKeyOf(client.Name, client.BirthDate)),
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

    private static CheckForm Better(CheckForm own, CheckForm? known, string subject) =>
        known is not null && (!own.IsMade || !own.IsOf(subject) || known.CheckedAt > own.CheckedAt) ? known : own;
}
