using Kvell.Domain.Common;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Kvell.Infrastructure.Settings;
using Microsoft.Extensions.Options;

namespace Kvell.Web.Hosting;

/// <summary>
/// <c>Kvell.Web -- setup</c>: the certificate's file where there is none yet, the database, and the first administrator. Asks
/// whoever sits at the console; without a console takes <c>Setup:UserName</c>, <c>Setup:FullName</c> and <c>Setup:Password</c>.
/// </summary>
internal static class Setup
{
    public const string Command = "setup";

    private const string DefaultUserName = "admin";
    private const string DefaultFullName = "Администратор";

    /// <returns>The process's exit code: 0 where there is an administrator now who wasn't there before.</returns>
    public static async Task<int> RunAsync(WebApplicationBuilder builder)
    {
        MakeCertificate(builder.Configuration);
        builder.Services
            .AddKvellClock(builder.Configuration)
            .AddKvellSettings(builder.Configuration)
            .AddKvellPersistence(builder.Configuration)
            .AddKvellSealing(builder.Configuration, builder.Environment)
            .AddKvellIdentity();
        await using var app = builder.Build();
        app.Services.GetService<IStartupValidator>()?.Validate();
        await app.Services.GetRequiredService<DatabaseStarter>().StartAsync();
        app.Services.GetRequiredService<KeyRingCheck>().Demand();
        var making = app.Services.GetRequiredService<MakeFirstAdministrator>();
        if (await making.ExistingAsync() is { } existing)
            return Say($"Администратор уже есть: {existing}. Остальных пользователей заводит он на странице «Пользователи».", 1);

        var (form, isMade) = Ask(builder.Configuration);
        var refusals = await making.RunAsync(form);
        if (refusals.Count > 0)
            return Say(string.Join(Environment.NewLine, refusals.Select(refusal => refusal.Sentence)), 1);
        Say($"Администратор «{form.UserName.Trim()}» создан.", 0);
        if (isMade)
            Say($"Пароль для первого входа: {form.Password}", 0);
        return Say("Запустите Kvell без слова setup, войдите и заведите филиал, его терминал KVELL и пользователей.", 0);
    }

    private static void MakeCertificate(ConfigurationManager configuration)
    {
        if (configuration[SealingOptions.CertificateKey] is not { Length: > 0 } named || SealingCertificate.IsThumbprint(named) || File.Exists(named))
            return;
        SealingCertificate.Create(named, configuration[SealingOptions.PasswordKey]);
        Say($"Создан сертификат {named}. Храните его копию и пароль отдельно от базы: без них секреты терминалов не открыть.", 0);
    }

    private static (UserForm Form, bool IsMade) Ask(ConfigurationManager configuration)
    {
        var form = new UserForm { Roles = [UserRole.Administrator], MustChangePassword = false };
        form.UserName = configuration["Setup:UserName"] ?? ConsoleQuestion.Ask("Имя пользователя", DefaultUserName);
        form.FullName = configuration["Setup:FullName"] ?? ConsoleQuestion.Ask("Фамилия, имя, отчество", DefaultFullName);
        form.Password = configuration["Setup:Password"] ?? ConsoleQuestion.AskHidden("Пароль (Enter: сформировать)");
        if (form.Password.Length > 0)
            return (form, false);
        (form.Password, form.MustChangePassword) = (Passwords.Generate(), true);
        return (form, true);
    }

    private static int Say(string sentence, int code)
    {
        (code == 0 ? Console.Out : Console.Error).WriteLine(sentence);
        return code;
    }
}
