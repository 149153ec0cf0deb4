using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Emulator;

/// <summary>How fast the emulator's seconds pass.</summary>
internal sealed class EmulatorPace(IOptions<EmulatorOptions> options)
{
    public double Speed { get; set; } = options.Value.Speed;

    public TimeSpan Of(TimeSpan nominal) => nominal / Speed;
}
