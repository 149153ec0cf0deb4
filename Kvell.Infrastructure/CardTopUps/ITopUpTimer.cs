namespace Kvell.Infrastructure.CardTopUps;

/// <summary>
/// Wakes a top-up at its <c>NextActionAt</c>. Losing every wake-up loses nothing: the sweep reads the same column each minute.
/// </summary>
public interface ITopUpTimer
{
    /// <param name="at">UTC; null plans nothing.</param>
    void Plan(Guid topUpId, DateTime? at);
}
