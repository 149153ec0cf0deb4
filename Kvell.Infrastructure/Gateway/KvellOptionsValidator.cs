using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Gateway;

internal sealed class KvellOptionsValidator : IValidateOptions<KvellOptions>
{
    private const int MostParallelism = 32;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestGrace = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, KvellOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(KvellOptions options)
    {
        if (!IsWebAddress(options.ProductionUrl))
            yield return "Kvell:ProductionUrl: нужен полный адрес http(s)://….";
        if (!IsWebAddress(options.TestUrl))
            yield return "Kvell:TestUrl: нужен полный адрес http(s)://….";
        if (options.RequestTimeout <= TimeSpan.Zero || options.RequestTimeout > LongestTimeout)
            yield return "Kvell:RequestTimeout: время ожидания ответа должно быть больше нуля и не дольше 5 минут (00:00:30).";
        if (options.NotFoundGrace <= TimeSpan.Zero || options.NotFoundGrace > LongestGrace)
            yield return "Kvell:NotFoundGrace: выдержка должна быть больше нуля и не дольше часа (00:02:00).";
        if (options.LeaseMargin <= TimeSpan.Zero || options.LeaseMargin > LongestGrace)
            yield return "Kvell:LeaseMargin: запас аренды должен быть больше нуля и не дольше часа (00:00:30).";
        if (!Enum.IsDefined(options.SignatureMode))
            yield return "Kvell:SignatureMode: выберите BodyPlusSecret или BodyOnly.";
        if (!Enum.IsDefined(options.ConfirmSignature))
            yield return "Kvell:ConfirmSignature: выберите SameAsPayout или None.";
        if (options.Parallelism is < 1 or > MostParallelism)
            yield return $"Kvell:Parallelism: от 1 до {MostParallelism} выплат одновременно.";
    }

    private static bool IsWebAddress(Uri? address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
