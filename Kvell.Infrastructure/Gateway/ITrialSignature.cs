using Kvell.Domain.Branches;

namespace Kvell.Infrastructure.Gateway;

/// <summary>Tries a terminal's keys before anybody relies on them.</summary>
public interface ITrialSignature
{
    /// <returns>True when the terminal's secret and private key open and a signature with them comes out.</returns>
    Task<bool> CanSignAsync(KvellTerminal terminal);
}
