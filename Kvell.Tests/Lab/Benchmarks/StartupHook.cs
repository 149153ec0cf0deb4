using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

/// <summary>
/// Loaded into a measured process by the runtime (hence its name, and no namespace): says over a local port how much the heap holds
/// after everything that could go is gone. The same for every process that is compared.
/// </summary>
internal static class StartupHook
{
    public const string HooksVariable = "DOTNET_STARTUP_HOOKS";
    public const string PortVariable = "KVELL_HEAP_PORT";

    public static void Initialize() => new Thread(Answer) { IsBackground = true }.Start();

    private static void Answer()
    {
        using var listener = new TcpListener(IPAddress.Loopback, int.Parse(Environment.GetEnvironmentVariable(PortVariable)!, CultureInfo.InvariantCulture));
        listener.Start();
        while (true)
        {
            using var client = listener.AcceptTcpClient();
            client.GetStream().Write(Encoding.ASCII.GetBytes(Measure().ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static long Measure()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
