using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Emulator;

/// <summary>
/// The emulator's own port on this machine: a bare Kestrel, so that «Нет связи» is a port really closed. It opens before
/// everything else in the application and closes after it, so that what is in flight at a shutdown finds its gateway.
/// </summary>
internal sealed partial class EmulatorListener(
    EmulatorGateway gateway, IOptions<EmulatorOptions> options, IConfiguration configuration, ILoggerFactory loggers) : IHostedLifecycleService, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ILogger _log = loggers.CreateLogger<EmulatorListener>();
    private KestrelServer? _server;

    public Uri? Url { get; private set; }

    public bool IsOffline { get; private set; }

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (EmulatorModes.Of(configuration) != EmulatorMode.Inside)
            return;
        await OpenAsync(cancellationToken);
        Listening(_log, Url!);
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => CloseAsync();

    public async Task SetOfflineAsync(bool isOffline, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (isOffline)
                await CloseAsync();
            else if (Url is not null)
                await OpenAsync(cancellationToken);
            IsOffline = isOffline;
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _server?.Dispose();
        _gate.Dispose();
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_server is not null)
            return;
        for (var attempt = 1; ; attempt++)
        {
            var port = Url?.Port ?? (options.Value.Url is { Port: > 0 } own ? own.Port : AnyPort());
            try
            {
                _server = await StartServerAsync(port, cancellationToken);
                Url = new Uri($"http://127.0.0.1:{port}");
                return;
            }
            catch (IOException busy) when (busy.InnerException is AddressInUseException && Url is null && options.Value.Url is null && attempt < 50)
            {
                PortTaken(_log, port);
            }
        }
    }

    private async Task<KestrelServer> StartServerAsync(int port, CancellationToken cancellationToken)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers);
        var server = new KestrelServer(Options.Create(kestrel), transport, loggers);
        try
        {
            await server.StartAsync(new EmulatorApplication(gateway), cancellationToken);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    private async Task CloseAsync()
    {
        if (_server is not { } server)
            return;
        _server = null;
        using (server)
            await server.StopAsync(new CancellationToken(canceled: true));
    }

    /// <summary>Below the range that the system gives to outgoing connections: one of those could take the port while it is closed.</summary>
    private static int AnyPort() => RandomNumberGenerator.GetInt32(20000, 32000);

    [LoggerMessage(Level = LogLevel.Information, Message = "KVELL emulator listens on {Url}")]
    private static partial void Listening(ILogger logger, Uri url);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Port {Port} is taken")]
    private static partial void PortTaken(ILogger logger, int port);
}
