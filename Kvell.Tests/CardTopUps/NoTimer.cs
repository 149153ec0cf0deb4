using Kvell.Infrastructure.CardTopUps;

namespace Kvell.Tests.CardTopUps;

/// <summary>Plans nothing: no top-up is woken up.</summary>
internal sealed class NoTimer : ITopUpTimer
{
    public void Plan(Guid topUpId, DateTime? at)
    {
    }
}
