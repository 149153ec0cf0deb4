using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Forms;

namespace Kvell.Domain.Pledges;

/// <summary>Stored as numbers: never renumber.</summary>
public enum CheckKind
{
    Passport = 1,
    Lists = 2,
}

/// <summary>
/// An outside check as a draft once had it, whatever became of the draft: closed, given to another client, or typed over. The next
/// draft of the same client knows of it.
/// </summary>
public sealed class CheckNote : IAppendOnly
{
    private CheckNote()
    {
    }

    public Guid Id { get; private set; }

    public Guid DraftId { get; private set; }

    public CheckKind Kind { get; private set; }

    /// <summary>Null while he isn't recorded.</summary>
    public Guid? PledgorId { get; private set; }

    /// <summary>Null while no number was typed.</summary>
    public string? DocumentKey { get; private set; }

    /// <summary>Name and birth date.</summary>
    public string Person { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime CheckedAt { get; private set; }

    public string By { get; private set; } = "";

    public bool IsClear { get; private set; }

    /// <summary>Notes of the checks that a form has; nothing of one that isn't made.</summary>
    /// <param name="today">It says of which century a short year of birth is.</param>
    public static IReadOnlyList<CheckNote> Of(Guid draftId, GroupForm form, DateOnly today)
    {
        var (passport, lists) = (form.Questionnaire.Passport, form.Questionnaire.Lists);
        var document = TypedText.IsBlank(form.Pledgor.Number) ? null : form.Pledgor.DocumentKey;
        var person = form.Pledgor.PersonKey(today);
        return [.. Make(CheckKind.Passport, passport, passport.Subject ?? document, person), .. Make(CheckKind.Lists, lists, document, lists.Subject ?? person)];

        IEnumerable<CheckNote> Make(CheckKind kind, CheckForm check, string? documentKey, string of)
        {
            if (check is { CheckedAt: { } at, IsClear: { } isClear })
            {
                yield return new CheckNote
                {
                    Id = Guid.CreateVersion7(),
                    DraftId = draftId,
                    Kind = kind,
                    PledgorId = form.Pledgor.PledgorId,
                    DocumentKey = documentKey,
                    Person = of,
                    CheckedAt = at,
                    By = check.By,
                    IsClear = isClear,
                };
            }
        }
    }

    /// <summary>Whether the form has this very check.</summary>
    public bool IsIn(QuestionnaireForm form)
    {
        var check = Kind == CheckKind.Passport ? form.Passport : form.Lists;
        return check.CheckedAt == CheckedAt && check.IsClear == IsClear && check.By == By;
    }
}
