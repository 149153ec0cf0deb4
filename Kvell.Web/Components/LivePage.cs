using Kvell.Domain.Common;
using Kvell.Infrastructure.Live;
using Kvell.Web.Account;
using Microsoft.AspNetCore.Components;

namespace Kvell.Web.Components;

public enum LoadState
{
    Loading,
    Ready,
    Denied,
    Failed,
}

/// <summary>A page that shows what is in the database, and shows it anew whenever that changes.</summary>
public abstract partial class LivePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private IDisposable? _subscription;
    private bool _isDisposed;

    /// <summary>Known before <see cref="LoadAsync"/> first runs.</summary>
    protected Actor Actor { get; private set; } = Actor.Nobody;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private ILoggerFactory Logs { get; set; } = default!;

    protected LoadState State { get; private set; } = LoadState.Loading;

    protected bool IsInteractive => RendererInfo.IsInteractive;

    /// <summary>The kinds of change after which <see cref="LoadAsync"/> runs again.</summary>
    protected abstract IReadOnlyCollection<ChangeKind> Watched { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract Task LoadAsync(CancellationToken cancellationToken);

    /// <summary>Narrows what was told to what this page shows.</summary>
    protected virtual bool Concerns(Change change) => true;

    protected override async Task OnInitializedAsync()
    {
        Actor = await Current.GetAsync();

        // Ears first: what changes while the page is being read is told afterwards, and read again.
        if (IsInteractive)
            _subscription = await Feed.SubscribeAsync(Watched, OnChangesAsync, _closed.Token);
        if (_isDisposed)
            _subscription?.Dispose();
    }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    protected async Task ReloadAsync()
    {
        try
        {
            await LoadAsync(_closed.Token);
            State = LoadState.Ready;
        }
        catch (AccessDeniedException)
        {
            State = LoadState.Denied;
            if (Http is { Response.HasStarted: false })
                Http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // Nobody looks at it any more.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            State = LoadState.Failed;
            LogLoadFailed(Logs.CreateLogger(GetType()), exception);
        }
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _isDisposed)
            return;
        _isDisposed = true;
        _subscription?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    private Task OnChangesAsync(IReadOnlyList<Change> changes) => !changes.Any(Concerns)
        ? Task.CompletedTask
        : InvokeAsync(async () =>
        {
            if (_isDisposed)
                return;
            await ReloadAsync();
            StateHasChanged();
        });

    [LoggerMessage(Level = LogLevel.Error, Message = "The page could not read what it shows")]
    private static partial void LogLoadFailed(ILogger log, Exception exception);
}
