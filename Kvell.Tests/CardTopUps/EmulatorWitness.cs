using System.Net.Http.Json;

namespace Kvell.Tests.CardTopUps;

/// <summary>A row of <c>/emulator/calls</c>, as far as tests look at it.</summary>
internal sealed record WitnessedCall(string Method, string Path, string? Transaction);

/// <summary>A row of <c>/emulator/ledger</c>: an order that was accepted.</summary>
internal sealed record WitnessedOrder(string Transaction, long Amount, string Status);

/// <summary>The emulator's own account of what reached it: the witness that nothing was sent where nothing may be.</summary>
internal sealed class EmulatorWitness(Uri site) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = site };

    public async Task<IReadOnlyList<WitnessedCall>> CallsAsync() => (await _http.GetFromJsonAsync<WitnessedCall[]>("/emulator/calls"))!;

    public async Task<IReadOnlyList<WitnessedOrder>> OrdersAsync() => (await _http.GetFromJsonAsync<WitnessedOrder[]>("/emulator/ledger"))!;

    public void Dispose() => _http.Dispose();

    /// <summary>How many payouts were asked for so far.</summary>
    public async Task<int> PayoutsAsync() => (await CallsAsync()).Count(call => call.Path.EndsWith("/account2card", StringComparison.Ordinal));
}
