using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kvell.Tests.Hosting;

/// <summary>
/// The application as it is started in earnest: a process of its own, stopped by signals, with what it said.
/// </summary>
internal sealed class KvellProcess : IDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly TaskCompletionSource<Uri?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private KvellProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => _address.TrySetResult(null);
        process.EnableRaisingEvents = true;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>Starts it on a free port over a folder that holds, or will hold, its database; in Production with a certificate for its keys.</summary>
    public static KvellProcess Start(
        string folder,
        string environment = "Development",
        IEnumerable<(string Key, string Value)>? settings = null,
        IEnumerable<(string Name, string Value)>? variables = null,
        string? command = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true, // nobody sits at a console
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.ArgumentList.Add(typeof(global::Program).Assembly.Location.Replace("Kvell.Tests", "Kvell.Web", StringComparison.Ordinal));
        foreach (var word in command?.Split(' ') ?? [])
            start.ArgumentList.Add(word);
        (string, string)[] sealing = environment == "Production" ? [("DataProtection:Certificate", TestCertificate.File)] : [];
        start.Environment["DataProtection__CertificatePassword"] = TestCertificate.Password;
        foreach (var (key, value) in sealing.Concat(settings ?? [])
            .Prepend(("ConnectionStrings:Kvell", $"Data Source={Path.Combine(folder, "kvell.db")}"))
            .Prepend(("Logs:Folder", Path.Combine(folder, "logs")))
            .Prepend(("urls", "http://127.0.0.1:0")))
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        foreach (var (name, value) in variables ?? [])
            start.Environment[name] = value;
        return new KvellProcess(new Process { StartInfo = start });
    }

    /// <summary>The address it printed, or null when it ended without one.</summary>
    public Task<Uri?> AddressAsync(CancellationToken cancellationToken) => _address.Task.WaitAsync(Patience, cancellationToken);

    /// <summary>SIGTERM, as a service manager sends it. Gives the exit code.</summary>
    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        if (Kill(_process.Id, Terminate) != 0)
            throw new InvalidOperationException($"No signal reached {_process.Id}.");
        return await ExitAsync(cancellationToken);
    }

    public async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: a power cut, as far as the process can tell.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
        const string Greeting = "Kvell: ";
        if (line.StartsWith(Greeting, StringComparison.Ordinal))
            _address.TrySetResult(new Uri(line[Greeting.Length..]));
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int pid, int signal);
}
