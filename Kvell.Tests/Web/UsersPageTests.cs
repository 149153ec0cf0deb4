using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Identity;
using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web;

/// <summary>«Пользователи» in a browser, and what is seen on the other side.</summary>
public sealed class UsersPageTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    private const string Chosen = "nine purple aubergines";

    [Fact]
    public async Task A_new_receiver_comes_in_by_the_given_password_and_chooses_his_own()
    {
        var admin = await OpenUsersAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Новый пользователь" }).ClickAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Создать" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Отметьте хотя бы одну роль");
        await Expect(admin.GetByLabel("Фамилия, имя, отчество")).ToHaveAccessibleDescriptionAsync("Введите фамилию, имя и отчество.");
        await admin.GetByLabel("Фамилия, имя, отчество").FillAsync("Орлова Вера Игоревна");
        await admin.GetByLabel("Имя пользователя").FillAsync("orlova");
        await admin.GetByRole(AriaRole.Checkbox, new() { Name = "Приёмщик" }).CheckAsync();
        await admin.GetByLabel("Филиал", new() { Exact = true }).SelectOptionAsync("Ломбард №2");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Сформировать" }).ClickAsync();
        await Expect(admin.GetByLabel("Пароль", new() { Exact = true })).Not.ToHaveValueAsync("");
        var given = await admin.GetByLabel("Пароль", new() { Exact = true }).InputValueAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Создать" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Status, new() { Name = "Пароль назначен" })).ToContainTextAsync(given);
        await Expect(admin.GetByRole(AriaRole.Row, new() { Name = "Орлова Вера Игоревна" })).ToContainTextAsync("Пароль ещё не сменил");

        var orlova = await NewPageAsync(host.Address);
        await orlova.SignInAsync("orlova", given);
        await Expect(orlova.GetByRole(AriaRole.Heading, new() { Name = "Сменить пароль" })).ToBeVisibleAsync();
        await orlova.GetByLabel("Текущий пароль").FillAsync(given);
        await orlova.GetByLabel("Новый пароль", new() { Exact = true }).FillAsync(Chosen);
        await orlova.GetByLabel("Новый пароль ещё раз").FillAsync(Chosen);
        await orlova.GetByRole(AriaRole.Button, new() { Name = "Сменить пароль" }).ClickAsync();
        await Expect(orlova.GetByRole(AriaRole.Heading, new() { Name = "Рабочий стол" })).ToBeVisibleAsync();
        await Expect(orlova.Locator(".who")).ToContainTextAsync("Ломбард №2");
        await Expect(admin.GetByRole(AriaRole.Row, new() { Name = "Орлова Вера Игоревна" })).ToContainTextAsync("Открыт");
    }

    [Fact]
    public async Task Whoever_is_blocked_leaves_the_open_page_at_once_and_finds_his_draft_when_he_is_let_in_again()
    {
        var receiver = await NewPageAsync(host.Address, "receiver2");
        await receiver.OpenAsync("/pledges/group");
        await receiver.GetByLabel("Фамилия", new() { Exact = true }).FillAsync("Дроздов");
        await Expect(receiver.GetByText("Черновик сохранён в")).ToBeVisibleAsync();
        var group = new Uri(receiver.Url).AbsolutePath;

        var admin = await OpenUsersAsync();
        await OpenUserAsync(admin, "Кузнецов Павел Олегович");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Заблокировать" }).ClickAsync();
        await receiver.WaitForURLAsync(url => url.Contains("/account/sign-in", StringComparison.Ordinal));
        await Expect(receiver.GetByRole(AriaRole.Status)).ToContainTextAsync("Сеанс завершён");

        await OpenUserAsync(admin, "Кузнецов Павел Олегович");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Разблокировать" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Row, new() { Name = "Кузнецов Павел Олегович" })).ToContainTextAsync("Открыт");
        await receiver.GetByLabel("Имя пользователя").FillAsync("receiver2");
        await receiver.GetByLabel("Пароль").FillAsync(DemoAccounts.Password);
        await receiver.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await receiver.WaitForURLAsync(url => new Uri(url).AbsolutePath == group);
        await Expect(receiver.GetByLabel("Фамилия", new() { Exact = true })).ToHaveValueAsync("Дроздов");
    }

    [Fact]
    public async Task The_second_administrator_on_a_row_is_told_and_keeps_what_he_typed()
    {
        var admin = await OpenUsersAsync();
        await OpenUserAsync(admin, "Волков Дмитрий Андреевич");
        await admin.GetByLabel("Фамилия, имя, отчество").FillAsync("Волков Дмитрий Ильич");
        var account = DemoAccounts.All.Single(account => account.UserName == "fullrights2");
        await host.Services.GetRequiredService<EndUserSessions>().ExecuteAsync(
            await host.Services.GetRequiredService<ActorDirectory>().FindAsync(DemoAccounts.All[^1].Id, TestContext.Current.CancellationToken), account.Id, TestContext.Current.CancellationToken);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Записать" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Alert)).ToContainTextAsync("изменил другой администратор");
        await Expect(admin.GetByLabel("Фамилия, имя, отчество")).ToHaveValueAsync("Волков Дмитрий Ильич");
    }

    private async Task<IPage> OpenUsersAsync()
    {
        var admin = await NewPageAsync(host.Address, "admin");
        await admin.OpenAsync("/users");
        return admin;
    }

    private static Task OpenUserAsync(IPage admin, string name) => admin.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
}
