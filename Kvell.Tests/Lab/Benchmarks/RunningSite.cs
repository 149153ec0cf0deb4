using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>A published site as a process of its own, on a free port, in Development; the heap it holds can be asked for.</summary>
internal sealed class RunningSite : IDisposable
{
    /// <summary>Two readings of a heap that differ by less are the same.</summary>
    private const double Noise = 0.002;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly Process _process;
    private readonly int _heapPort;
    private readonly long _startedAt;

    private RunningSite(Process process, long startedAt, Uri address, int heapPort) =>
        (_process, _startedAt, Address, _heapPort) = (process, startedAt, address, heapPort);

    public Uri Address { get; }

    public static RunningSite Start(string folder, string dll)
    {
        var (port, heapPort) = (FreePort(), FreePort());
        var start = new ProcessStartInfo("dotnet", [dll, $"--urls=http://127.0.0.1:{port}", "--environment=Development"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment[StartupHook.HooksVariable] = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHook.PortVariable] = heapPort.ToString(CultureInfo.InvariantCulture);
        var startedAt = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        return new RunningSite(process, startedAt, new Uri($"http://127.0.0.1:{port}"), heapPort);
    }

    /// <returns>How long after the process's start the address first answered 200.</returns>
    public async Task<TimeSpan> AnswersAsync(string path)
    {
        using var visitor = new HttpClient { BaseAddress = Address };
        while (Stopwatch.GetElapsedTime(_startedAt) < Patience && !_process.HasExited)
        {
            try
            {
                using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return Stopwatch.GetElapsedTime(_startedAt);
            }
            catch (HttpRequestException)
            {
                // It doesn't listen yet.
            }

            await Task.Delay(Pause);
        }

        throw new InvalidOperationException($"{Address} never answered {path} with 200.");
    }

    /// <returns>Bytes of the heap after full collections, once two readings agree.</returns>
    public async Task<double> HeapAsync()
    {
        var (before, now) = (0.0, await ReadHeapAsync());
        while (Math.Abs(now - before) > now * Noise)
            (before, now) = (now, await ReadHeapAsync());
        return now;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<double> ReadHeapAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _heapPort);
        using var reader = new StreamReader(client.GetStream());
        return double.Parse(await reader.ReadToEndAsync(), CultureInfo.InvariantCulture);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
