using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Pledges;

namespace Kvell.Web.Features.Pledges;

public enum KeepState
{
    Saved,
    Unsaved,
    Failed,
    OpenElsewhere,
    Closed,
}

/// <summary>
/// Saves a draft as it is typed: at most <see cref="Pace"/> after a key, one saving at a time, again when one failed.
/// Lives on the page's circuit.
/// </summary>
public sealed partial class DraftKeeper(SaveDraft save, TimeProvider time, ILogger<DraftKeeper> log)
{
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan PaceAfterFailure = TimeSpan.FromSeconds(3);

    private (Actor Actor, Guid DraftId, GroupForm Form) _subject = (Actor.Nobody, Guid.Empty, new GroupForm());
    private Task _saving = Task.CompletedTask;
    private bool _isWaiting;

    public KeepState State { get; private set; } = KeepState.Saved;

    public int ContentVersion { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime SavedAt { get; private set; }

    public event Action? Told;

    public void Keep(Actor actor, DraftView draft)
    {
        _subject = (actor, draft.Id, draft.Form);
        (ContentVersion, SavedAt, State) = (draft.ContentVersion, draft.SavedAt, draft.IsClosed ? KeepState.Closed : KeepState.Saved);
    }

    /// <summary>Something was typed.</summary>
    public void Note()
    {
        if (State is KeepState.OpenElsewhere or KeepState.Closed)
            return;
        if (State != KeepState.Failed)
            State = KeepState.Unsaved;
        if (!_isWaiting)
            _ = SaveSoonAsync();
    }

    /// <summary>Saves what is unsaved, after a saving that runs already.</summary>
    public Task SaveAsync() => _saving = SaveAfterAsync(_saving);

    /// <summary>A use-case saved the form, changed alike, in a commit of its own.</summary>
    public void Adopt(int contentVersion, DateTime savedAt) => (ContentVersion, SavedAt) = (contentVersion, savedAt);

    /// <summary>Another window types now: nothing of this one is saved any more.</summary>
    public async Task GiveUpAsync()
    {
        await SaveAsync();
        State = KeepState.OpenElsewhere;
        Told?.Invoke();
    }

    private async Task SaveAfterAsync(Task before)
    {
        await before;
        if (State is not (KeepState.Unsaved or KeepState.Failed))
            return;
        try
        {
            // What is typed while this saving runs makes it unsaved again.
            State = KeepState.Saved;
            Take(await save.ExecuteAsync(_subject.Actor, _subject.DraftId, ContentVersion, _subject.Form, CancellationToken.None));
        }
        catch (AccessDeniedException)
        {
            // The session has ended, and the page is leaving: trying again would fail for ever.
            State = KeepState.Closed;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            State = KeepState.Failed;
            LogFailed(exception, _subject.DraftId);
            Note();
        }

        Told?.Invoke();
    }

    private void Take(SaveResult result)
    {
        if (result.Outcome == SaveOutcome.Saved)
            (ContentVersion, SavedAt) = (result.ContentVersion, result.SavedAt);
        else
            State = result.Outcome == SaveOutcome.Closed ? KeepState.Closed : KeepState.OpenElsewhere;
    }

    private async Task SaveSoonAsync()
    {
        _isWaiting = true;
        await Task.Delay(State == KeepState.Failed ? PaceAfterFailure : Pace, time);
        _isWaiting = false;
        await SaveAsync();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Draft {DraftId} could not be saved; trying again")]
    private partial void LogFailed(Exception exception, Guid draftId);
}
