using System.Net;
using System.Threading.RateLimiting;

namespace Kvell.Web.Account;

/// <summary>
/// How many wrong passwords an address may send in a minute, whatever the names: trying one password on every user meets no
/// user's own lock. Who comes in costs nothing, so a whole shift may stand behind one address.
/// </summary>
public sealed class SignInThrottle : IDisposable
{
    public const int WrongPerMinute = 20;

    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = WrongPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        }));

    public bool IsOpenTo(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address ?? IPAddress.None, permitCount: 0);
        return lease.IsAcquired;
    }

    public void CountWrong(IPAddress? address) => _limiter.AttemptAcquire(address ?? IPAddress.None).Dispose();

    public void Dispose() => _limiter.Dispose();
}
