using Kvell.Infrastructure.Gateway;

namespace Kvell.Infrastructure.Emulator;

/// <summary>Section <c>Emulator</c>.</summary>
public sealed class EmulatorOptions
{
    public const string Section = "Emulator";
    public const string OnlyKey = "Emulator:Only";

    /// <summary>Where it listens, <c>http://127.0.0.1:5090</c>; only the port is free to choose. Not set: any free port.</summary>
    public Uri? Url { get; set; }

    /// <summary>The SQLite file of its orders. Not set: <c>kvell-emulator.db</c> beside the application's own.</summary>
    public string? File { get; set; }

    /// <summary>The process is an emulator and nothing else: it answers at the application's own address.</summary>
    public bool Only { get; set; }

    /// <summary>How many times faster than the card table's seconds.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>What a payout's signature must cover. The gateway's side of <see cref="KvellOptions.SignatureMode"/>.</summary>
    public SignatureMode SignatureMode { get; set; }
}
