using System.Diagnostics;
using System.Security.Cryptography;

namespace Kvell.Tests.Lab.Benchmarks;

/// <summary>The yardstick of payouts: nothing but the signature that each must have.</summary>
internal static class RsaRate
{
    private static readonly byte[] Body = new byte[220];

    private static readonly RSA[] Keys = [RSA.Create(4096), RSA.Create(4096)];

    /// <returns>RSA-4096 signatures a second, on that many threads at once.</returns>
    public static double Measure(int threads, TimeSpan time)
    {
        var counts = new int[threads];
        var started = Stopwatch.GetTimestamp();
        var workers = Keys.Take(threads).Select((key, i) => new Thread(() => counts[i] = Sign(key, started, time))).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static int Sign(RSA key, long started, TimeSpan time)
    {
        var count = 0;
        key.SignData(Body, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        for (; Stopwatch.GetElapsedTime(started) < time; count++)
            key.SignData(Body, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return count;
    }
}
