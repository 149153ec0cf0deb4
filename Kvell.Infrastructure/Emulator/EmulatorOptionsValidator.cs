using Kvell.Infrastructure.Gateway;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Emulator;

internal sealed class EmulatorOptionsValidator : IValidateOptions<EmulatorOptions>
{
    public ValidateOptionsResult Validate(string? name, EmulatorOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(EmulatorOptions options)
    {
        if (options.Url is not (null or { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true }))
            yield return "Emulator:Url: эмулятор слушает только эту машину, нужен адрес вида http://127.0.0.1:5090.";
        if (!double.IsFinite(options.Speed) || options.Speed is <= 0 or > EmulatorControl.MaxSpeed)
            yield return $"Emulator:Speed: скорость должна быть больше нуля и не больше {EmulatorControl.MaxSpeed}.";
        if (!Enum.IsDefined(options.SignatureMode))
            yield return "Emulator:SignatureMode: выберите BodyPlusSecret или BodyOnly.";
    }
}
