using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Settings;
using Kvell.Web.Components.Fields;
using Microsoft.AspNetCore.Components;

namespace Kvell.Web.Components;

/// <summary>
/// A page whose form is saved by a button. It follows what others save while nothing is typed; once something is, it keeps that and
/// says who saved meanwhile. Nothing typed is lost without a press.
/// </summary>
/// <typeparam name="TForm">A record, compared by value.</typeparam>
public abstract class EditPage<TForm> : LivePage
    where TForm : class
{
    private TForm? _asRead;
    private int _seen;

    protected TForm? Form { get; private set; }

    protected FormState Fields { get; } = new();

    /// <summary>What somebody else saved while this page was being typed in.</summary>
    protected StoredForm<TForm>? Newer { get; private set; }

    protected bool IsSaving { get; private set; }

    /// <summary>When this page saved last, local; null once something is typed after it.</summary>
    protected DateTime? SavedAt { get; private set; }

    /// <summary>The branch's where the person works; without one, that of the firm's first branch.</summary>
    protected TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    protected virtual bool IsDirty => Form is not null && !Form.Equals(_asRead);

    [Inject]
    private ShowWorkplace Workplaces { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    protected abstract TForm Copy(TForm form);

    /// <returns>Null where there is nothing at this address.</returns>
    protected abstract Task<StoredForm<TForm>?> ReadAsync(CancellationToken cancellationToken);

    protected abstract Task<SaveAnswer> WriteAsync(TForm form, int seenVersion);

    /// <summary>What is typed beside the form is forgotten: it was saved, or given up.</summary>
    protected virtual void ForgetTyped()
    {
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Zone = (await Workplaces.ExecuteAsync(Actor, cancellationToken)).Zone;
        if (await ReadAsync(cancellationToken) is not { } stored)
            return;
        if (!IsDirty)
            Take(stored);
        else
            Newer = stored.Version == _seen ? null : stored;
    }

    /// <summary>«Отмена», and «Показать сохранённое»: what is stored, instead of what was typed.</summary>
    protected Task RevertAsync()
    {
        Form = _asRead is null ? null : Copy(_asRead);
        ForgetTyped();
        return ReloadAsync();
    }

    /// <summary>«Сохранить мои изменения»: over what somebody else saved, knowingly.</summary>
    protected Task OverwriteAsync()
    {
        _seen = Newer?.Version ?? _seen;
        return SaveAsync();
    }

    protected async Task SaveAsync()
    {
        if (IsSaving || Form is not { } form)
            return;
        IsSaving = true;
        try
        {
            var answer = await WriteAsync(form, _seen);
            Fields.Refuse(answer.Refusals);
            if (answer.IsSaved)
            {
                _asRead = Copy(form);
                ForgetTyped();
                SavedAt = BranchZone.ToLocal(Time.GetUtcNow().UtcDateTime, Zone);
            }

            if (answer.Refusals.Count == 0)
                await ReloadAsync();
        }
        finally
        {
            IsSaving = false;
        }
    }

    protected string Local(DateTime utc) => Russian.DateAndTime(BranchZone.ToLocal(utc, Zone));

    private void Take(StoredForm<TForm> stored)
    {
        if (stored.Version != _seen)
            Fields.Clear();
        (_asRead, _seen, Newer) = (stored.Form, stored.Version, null);
        Form = Copy(stored.Form);
    }
}
