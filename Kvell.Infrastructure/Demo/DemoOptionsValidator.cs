using Kvell.Infrastructure.Emulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Demo;

/// <summary>The demo, its clock and the emulator never run beside real money.</summary>
internal sealed class DemoOptionsValidator(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<DemoOptions>
{
    public ValidateOptionsResult Validate(string? name, DemoOptions options)
    {
        if (environment.IsProduction() && options.Enabled)
            return Refuse(DemoOptions.EnabledKey, "демонстрация и эмулятор KVELL в среде Production не запускаются");
        if (environment.IsProduction() && configuration.GetValue<bool>(EmulatorOptions.OnlyKey))
            return Refuse(EmulatorOptions.OnlyKey, "эмулятор KVELL в среде Production не запускается");
        return options is { Enabled: false, Now: not null }
            ? Refuse(DemoOptions.NowKey, "часы переводятся только в демонстрации")
            : ValidateOptionsResult.Success;
    }

    private static ValidateOptionsResult Refuse(string key, string why) =>
        ValidateOptionsResult.Fail($"{key}: {why}. Уберите этот ключ или укажите ASPNETCORE_ENVIRONMENT=Development.");
}
