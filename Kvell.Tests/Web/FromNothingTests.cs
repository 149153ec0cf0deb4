using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Pledges;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Web;

/// <summary>The README's production part, walked: an empty folder becomes a pawnshop that pays a loan to a card.</summary>
public sealed class FromNothingTests(BrowserFixture browser) : BrowserTest(browser)
{
    private const string Administrator = "seven green tomatoes";
    private const string Receiver = "nine purple aubergines";
    private const string Branch = "Ломбард на Мясницкой";

    private readonly string _folder = Directory.CreateTempSubdirectory("kvell-from-nothing-").FullName;

    private readonly List<KvellProcess> _processes = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Pages first: one that is open while its server ends complains.</summary>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var process in _processes)
            process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Takes more than five seconds: three processes start, an RSA-4096 pair is made, and some sixty fields are typed.</summary>
    [Fact]
    public async Task An_empty_folder_becomes_a_pawnshop_that_pays_to_a_card()
    {
        using (var setup = KvellProcess.Start(_folder, "Production", Settings(), [("Setup__Password", Administrator)], "setup"))
            Assert.True(await setup.ExitAsync(Cancellation) == 0, setup.Output);
        var bank = await StartAsync("Development", ("Emulator:Only", "true"), ("Emulator:File", Path.Combine(_folder, "bank.db")), ("Demo:Enabled", "false"));
        var site = await StartAsync("Production", ("Kvell:TestUrl", bank.AbsoluteUri));

        var admin = await NewPageAsync(site);
        await admin.SignInAsync("admin", Administrator);
        await admin.InteractiveAsync();
        await MakeBranchAsync(admin);
        await MakeTerminalAsync(admin);
        await TurnKvellOnAsync(admin);
        await MakeReceiverAsync(admin);

        var page = await NewPageAsync(site);
        await page.SignInAsync("orlova", Receiver);
        await page.InteractiveAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Выдать займ" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "Выдать займ" })).ClickAsync();
        await page.TakeNewClientAsync("Чайковский", "700123");
        await TakeItemAsync(page);
        var printed = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Печать", Exact = true }).ClickAsync());
        await Expect(printed.GetByText("МЯ00000001").First).ToBeVisibleAsync();
        await printed.CloseAsync();
        await page.PostAsync();
        await page.PayAsync("2200 0000 0000 0004");
        await page.ExpectStateAsync(1, "Выполнено", 20_000);
        await page.ExpectPaidAsync(1, paid: true);

        using var witness = new EmulatorWitness(bank);
        Assert.Equal((650_000, "completed"), Assert.Single((await witness.OrdersAsync()).Select(order => (order.Amount, order.Status))));
        foreach (var process in _processes)
            Assert.DoesNotContain(" ERR ", process.Output, StringComparison.Ordinal);
    }

    private async Task<Uri> StartAsync(string environment, params (string, string)[] settings)
    {
        var process = KvellProcess.Start(_folder, environment, [.. Settings(), .. settings]);
        _processes.Add(process);
        return (await process.AddressAsync(Cancellation))!;
    }

    private (string Key, string Value)[] Settings() => [("DataProtection:Certificate", Path.Combine(_folder, "kvell.pfx"))];

    private static async Task MakeBranchAsync(IPage admin)
    {
        await admin.OpenAsync("/branches/new");
        await FillAsync(admin, ("Название", Branch), ("Префикс документов", "МЯСН"), ("Начало работы", "09:00"), ("Конец работы", "21:00"), ("Остаток по кассе на начало", "150000"));
        await admin.GetByLabel("Часовой пояс").SelectOptionAsync("Europe/Moscow");
        await PressAsync(admin, "Сохранить");
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = Branch })).ToBeVisibleAsync();
        await FillAsync(admin, ("Серия", "МЯ"), ("С номера", "1"), ("Количество", "100"));
        await PressAsync(admin, "Принять бланки");
        await Expect(admin.GetByText("Чистых: 100")).ToBeVisibleAsync();
        var branch = new Uri(admin.Url).AbsolutePath;
        await admin.OpenAsync("/tariffs");
        await PressAsync(admin, "Добавить тариф");

        // A dialog that just opened puts the caret into its first field.
        await Expect(admin.GetByRole(AriaRole.Dialog).GetByLabel("Название")).ToBeFocusedAsync();
        await FillAsync(admin.GetByRole(AriaRole.Dialog), ("Название", "Основной, 30 дней"), ("Период 1, дней", "30"), ("Период 1, % в день", "0,20"));
        await PressAsync(admin, "Сохранить тариф");
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "Основной, 30 дней" })).ToBeVisibleAsync();
        await admin.OpenAsync(branch);
    }

    private static async Task MakeTerminalAsync(IPage admin)
    {
        await admin.GetByRole(AriaRole.Tab, new() { Name = "KVELL" }).ClickAsync();
        await FillAsync(admin, ("Идентификатор терминала KVELL", Guid.NewGuid().ToString()), ("Секретный ключ терминала KVELL", "the secret of the terminal"));
        await admin.GetByLabel("Тестовый терминал").CheckAsync();
        await PressAsync(admin, "Сформировать");
        await Expect(admin.GetByText("RSA 4096, ещё не сохранён")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await PressAsync(admin, "Сохранить", last: true);
        await Expect(admin.GetByText("версия 1, действует с")).ToBeVisibleAsync();
    }

    private static async Task TurnKvellOnAsync(IPage admin)
    {
        await admin.OpenAsync("/settings/policy");
        await admin.GetByLabel("Использовать пополнение карты клиента").CheckAsync();
        await PressAsync(admin, "Сохранить");
        await Expect(admin.GetByText("Сохранено в")).ToBeVisibleAsync();
    }

    private static async Task MakeReceiverAsync(IPage admin)
    {
        await admin.OpenAsync("/users");
        await PressAsync(admin, "Новый пользователь");
        var dialog = admin.GetByRole(AriaRole.Dialog);
        await FillAsync(dialog, ("Фамилия, имя, отчество", "Орлова Вера Игоревна"), ("Имя пользователя", "orlova"), ("Пароль", Receiver));
        await dialog.GetByLabel("Приёмщик", new() { Exact = true }).CheckAsync();
        await dialog.GetByLabel("Филиал", new() { Exact = true }).SelectOptionAsync(Branch);
        await dialog.GetByLabel("Попросить сменить при первом входе").UncheckAsync();
        await PressAsync(admin, "Создать");
        await Expect(admin.GetByRole(AriaRole.Row, new() { Name = "Орлова Вера Игоревна" })).ToBeVisibleAsync();
    }

    /// <summary>No price list yet: the price a gram is typed.</summary>
    private static async Task TakeItemAsync(IPage page)
    {
        await page.OpenTabAsync("Перечень имущества");
        await page.AddItemAsync(1, "Браслет", "8,00", "6500");
        await page.GetByLabel("Цена за грамм, предмет 1").FillAsync("2150");
        await page.OpenTabAsync("Оформление документов");
    }

    private static async Task FillAsync(IPage page, params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields)
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
    }

    private static async Task FillAsync(ILocator place, params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields)
            await place.GetByLabel(label, new() { Exact = true }).FillAsync(value);
    }

    private static Task PressAsync(IPage page, string button, bool last = false)
    {
        var found = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
        return (last ? found.Last : found.First).ClickAsync();
    }
}
