using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Kvell.Infrastructure.Persistence;

internal sealed class DatabaseOptionsValidator(IConfiguration configuration) : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        if (!Enum.IsDefined(options.Provider))
            return ValidateOptionsResult.Fail("Database:Provider: выберите Sqlite или SqlServer.");
        return string.IsNullOrWhiteSpace(configuration.GetConnectionString("Kvell"))
            ? ValidateOptionsResult.Fail("ConnectionStrings:Kvell: строка подключения к базе данных не задана.")
            : ValidateOptionsResult.Success;
    }
}
