using System.Security.Claims;
using Kvell.Infrastructure.Demo;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;

namespace Kvell.Tests.Hosting;

/// <summary>A page as the server holds it for a browser, without the browser: its events are dispatched, its changes end here.</summary>
#pragma warning disable BL0006 // The renderer's own types are what this looks at.
internal sealed class ServerPage : Renderer
{
    private readonly AsyncServiceScope _scope;
    private int _page;

    private ServerPage(AsyncServiceScope scope)
        : base(scope.ServiceProvider, NullLoggerFactory.Instance) => _scope = scope;

    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    protected override RendererInfo RendererInfo { get; } = new("Server", isInteractive: true);

    protected override IComponentRenderMode? GetComponentRenderMode(IComponent component) => null;

    /// <summary>A host whose pages can be opened here.</summary>
    /// <param name="userName">Who looks at them.</param>
    public static KvellHost StartHost(string userName) => new(new KvellHostOptions
    {
        Services = services => services
            .Replace(ServiceDescriptor.Scoped<IJSRuntime, SilentBrowser>())
            .Replace(ServiceDescriptor.Scoped<NavigationManager, Standing>())
            .Replace(ServiceDescriptor.Scoped<AuthenticationStateProvider>(_ => new SignedIn(userName))),
    });

    public static async Task<ServerPage> OpenAsync<TPage>(KvellHost host, IReadOnlyDictionary<string, object?> parameters)
        where TPage : IComponent
    {
        var page = new ServerPage(host.Services.CreateAsyncScope());
        await page.Dispatcher.InvokeAsync(() =>
        {
            page._page = page.AssignRootComponentId(page.InstantiateComponent(typeof(TPage)));
            return page.RenderRootComponentAsync(page._page, ParameterView.FromDictionary(new Dictionary<string, object?>(parameters)));
        });
        return page;
    }

    /// <summary>The browser's event <c>input</c>, to the end of what it renders.</summary>
    /// <param name="fieldId">The input's <c>id</c>.</param>
    /// <returns>The event, ready to be sent: finding the field is not part of it.</returns>
    public async Task<Func<Task>> TypingAsync(string fieldId, string text)
    {
        var handler = await Dispatcher.InvokeAsync(() => HandlerOf(_page, fieldId)) ?? throw new InvalidOperationException($"There is no {fieldId} to type in.");
        return () => Dispatcher.InvokeAsync(() => DispatchEventAsync(handler, null, new ChangeEventArgs { Value = text }));
    }

    /// <summary>How many components the last events rendered.</summary>
    public int Rendered { get; private set; }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _scope.DisposeAsync();
    }

    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        Rendered += renderBatch.UpdatedComponents.Count;
        return Task.CompletedTask;
    }

    protected override void HandleException(Exception exception) => throw new InvalidOperationException("The page failed.", exception);

    private ulong? HandlerOf(int component, string fieldId)
    {
        var frames = GetCurrentRenderTreeFrames(component);
        for (var i = 0; i < frames.Count; i++)
        {
            ref var frame = ref frames.Array[i];
            if (frame.FrameType == RenderTreeFrameType.Component && HandlerOf(frame.ComponentId, fieldId) is { } inside)
                return inside;
            if (frame.FrameType == RenderTreeFrameType.Attribute && frame is { AttributeName: "id", AttributeValue: string id } && id == fieldId)
                return InputOf(frames, i);
        }

        return null;
    }

    private static ulong? InputOf(ArrayRange<RenderTreeFrame> frames, int from)
    {
        for (var i = from; i < frames.Count && frames.Array[i].FrameType == RenderTreeFrameType.Attribute; i++)
        {
            if (frames.Array[i].AttributeName == "oninput")
                return frames.Array[i].AttributeEventHandlerId;
        }

        return null;
    }

    private sealed class SignedIn(string userName) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync()
        {
            var account = DemoAccounts.All.Single(known => known.UserName == userName);
            return Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account.Id.ToString())], "lab"))));
        }
    }

    private sealed class Standing : NavigationManager
    {
        public Standing() => Initialize("http://lab/", "http://lab/");

        protected override void NavigateToCore(string uri, NavigationOptions options) => throw new InvalidOperationException($"The page went to {uri}.");
    }

    /// <summary>Does what it is told and has nothing to say.</summary>
    private sealed class SilentBrowser : IJSRuntime, IJSObjectReference
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => InvokeAsync<TValue>(identifier, default, args);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            ValueTask.FromResult(this is TValue module ? module : default!);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
