using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Kvell.Web.Features.Pledges;

/// <summary>An open page that types into a draft.</summary>
/// <param name="Person">Who sits at it.</param>
/// <param name="GiveUpAsync">Saves what is typed and stops typing: another window has taken the draft over.</param>
public sealed record DraftWindow(string Person, CircuitPresence Presence, Func<Task> GiveUpAsync);

/// <summary>
/// Which window of this server types into which draft, so that the second one says so at once. Between servers the draft's
/// content version says it, at the first saving.
/// </summary>
public sealed class DraftWindows
{
    private readonly ConcurrentDictionary<Guid, DraftWindow> _holders = new();

    /// <returns>Who types there now; null where nobody does, or his browser is gone.</returns>
    public DraftWindow? HolderBeside(Guid draftId, DraftWindow window) =>
        _holders.TryGetValue(draftId, out var holder) && holder != window && holder.Presence.IsConnected ? holder : null;

    public async Task TakeAsync(Guid draftId, DraftWindow window)
    {
        DraftWindow? before = null;
        _holders.AddOrUpdate(draftId, window, (_, holder) =>
        {
            before = holder;
            return window;
        });
        if (before is not null && before != window)
            await before.GiveUpAsync();
    }

    public void Release(Guid draftId, DraftWindow window) => _holders.TryRemove(KeyValuePair.Create(draftId, window));
}

/// <summary>Whether the browser of this circuit is there.</summary>
public sealed class CircuitPresence : CircuitHandler
{
    public bool IsConnected { get; private set; }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsConnected = true;
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsConnected = false;
        return Task.CompletedTask;
    }
}
