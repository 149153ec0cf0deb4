using Kvell.Infrastructure.Demo;
using Microsoft.Extensions.Configuration;

namespace Kvell.Infrastructure.Emulator;

public enum EmulatorMode
{
    Off,

    /// <summary>Inside the demo, on a port of its own.</summary>
    Inside,

    /// <summary><c>--Emulator:Only=true</c>: at the application's own address.</summary>
    Alone,
}

public static class EmulatorModes
{
    public static EmulatorMode Of(IConfiguration configuration)
    {
        if (configuration.GetValue<bool>(EmulatorOptions.OnlyKey))
            return EmulatorMode.Alone;
        return configuration.GetValue<bool>(DemoOptions.EnabledKey) ? EmulatorMode.Inside : EmulatorMode.Off;
    }
}
