namespace Kvell.Infrastructure.Emulator;

/// <summary>An order that the emulator accepted, as <c>/emulator/ledger</c> shows it.</summary>
/// <param name="Amount">Kopecks.</param>
/// <param name="Card">Its mask.</param>
/// <param name="Status">As of now: what is due to settle has settled.</param>
public sealed record EmulatorOrder(
    string ApiKey, string Transaction, string Id, long Amount, long Commission, string Card, string Description, DateTime CreatedAt, string Status);

/// <summary>A request that came in, as <c>/emulator/calls</c> shows it.</summary>
/// <param name="Status">The HTTP status answered; null while it isn't, and for a dropped one.</param>
/// <param name="Amount">Kopecks.</param>
/// <param name="Dropped">The connection was dropped without an answer.</param>
public sealed record EmulatorCall(
    long Sequence, DateTime At, string Method, string Path, string? Transaction, string? ApiKey, string? Card, long? Amount, bool SignatureValid, int? Status, bool Dropped);
