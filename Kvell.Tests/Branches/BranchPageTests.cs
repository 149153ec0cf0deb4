using System.Security.Cryptography;
using System.Text;
using Kvell.Tests.Browser;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Sealing;
using Kvell.Tests.Settings;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.Branches;

/// <summary>«Филиалы» in a browser.</summary>
public sealed class BranchPageTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    private const string Secret = "sK_9f8e7d6c5b4a3210-of-the-shop";
    private const string Passphrase = "парольКлюча2026";

    [Fact]
    public async Task A_terminal_is_filled_in_and_its_secrets_are_never_sent_back()
    {
        using var key = RSA.Create(2048);
        var seen = new RenderedText();
        var page = await NewPageAsync(host.Address, "admin");
        seen.Watch(page);
        var settings = await SettingsDesk.OpenAsync(host);
        await page.OpenAsync($"/branches/{settings.Second}?tab=kvell");
        await Expect(page.GetByText("Только наличными")).ToBeVisibleAsync();
        await page.GetByLabel("Идентификатор терминала KVELL").FillAsync("3f0c8a52-6f1d-4b7e-9c55-0d2f6a7b1e90");
        await page.GetByLabel("Секретный ключ терминала KVELL").FillAsync(new string('x', 501));
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить", Exact = true }).Last.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Секретный ключ – одна строка");
        await page.GetByLabel("Секретный ключ терминала KVELL").FillAsync(Secret);
        await ChooseAsync(page, "Приватный ключ", "privatekey.pem", Encrypted(key));
        await page.GetByLabel("Пароль ключа").FillAsync(Passphrase);
        await page.GetByRole(AriaRole.Button, new() { Name = "Открыть ключ" }).ClickAsync();
        await Expect(page.GetByText("RSA 2048, ещё не сохранён")).ToBeVisibleAsync();
        var publicFile = Encoding.UTF8.GetBytes($"\uFEFF{key.ExportSubjectPublicKeyInfoPem().ReplaceLineEndings("\r\n")}\r\n\r\n");
        await ChooseAsync(page, "Публичный ключ", "publickey.pem", publicFile);
        await Expect(page.GetByText("Подходит к приватному, ещё не сохранён")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить", Exact = true }).Last.ClickAsync();
        await Expect(page.GetByText("Выплаты доступны")).ToBeVisibleAsync();
        await Expect(page.GetByText("Сохранено в")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Секретный ключ терминала KVELL")).ToHaveValueAsync("");
        await Expect(page.GetByText(Keys.Print(key.ExportSubjectPublicKeyInfo())).First).ToBeVisibleAsync();
        await seen.SeeAsync(page);

        var download = await page.RunAndWaitForDownloadAsync(() => Group(page, "Публичный ключ").GetByRole(AriaRole.Button, new() { Name = "Сохранить", Exact = true }).ClickAsync());
        Assert.Equal(publicFile, await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));

        await page.OpenAsync("/branches");
        await seen.SeeAsync(page);
        var hunter = new SecretHunter(Forbidden.Secret("secret", Secret), Forbidden.Secret("passphrase", Passphrase), Forbidden.PrivateKey("private key", key.ExportPkcs8PrivateKeyPem()));
        Assert.True(seen.Holds("3f0c8a52-6f1d-4b7e-9c55-0d2f6a7b1e90"));
        Assert.Empty(seen.Hits(hunter));
        Assert.Empty(hunter.InFolder(host.Folder));
    }

    [Theory]
    [InlineData("Приватный ключ", 70_000, "Файл больше 64 КБ: это не ключ.")]
    [InlineData("Приватный ключ", 300, "В файле нет ключа в формате PEM.")]
    [InlineData("Публичный ключ", 70_000, "Файл больше 64 КБ: это не ключ.")]
    [InlineData("Публичный ключ", 300, "В файле нет ключа в формате PEM.")]
    public async Task A_file_that_is_no_key_is_refused_at_its_field(string field, int size, string sentence)
    {
        var settings = await SettingsDesk.OpenAsync(host);
        var before = (await settings.TerminalAsync()).Stored.Version;
        var page = await NewPageAsync(host.Address, "admin");
        await page.OpenAsync($"/branches/{settings.First}?tab=kvell");
        await ChooseAsync(page, field, "key.pem", RandomNumberGenerator.GetBytes(size));
        await Expect(Group(page, field).GetByRole(AriaRole.Alert)).ToContainTextAsync(sentence);
        Assert.Equal(before, (await settings.TerminalAsync()).Stored.Version);
    }

    /// <summary>Takes more than five seconds at times: a pair of RSA 4096 is looked for.</summary>
    [Fact]
    public async Task A_second_administrator_who_saves_an_older_page_is_told_and_keeps_what_he_made()
    {
        var settings = await SettingsDesk.OpenAsync(host);
        var page = await NewPageAsync(host.Address, "admin");
        await page.OpenAsync($"/branches/{settings.First}?tab=kvell");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сформировать", Exact = true }).ClickAsync();
        await Expect(page.GetByText("RSA 4096, ещё не сохранён")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.GetByLabel("Секретный ключ терминала KVELL").FillAsync(Secret);
        var other = Guid.NewGuid().ToString();
        Assert.True((await settings.SaveTerminalAsync(form => form.ApiKey = other)).IsSaved);

        await Expect(page.GetByText("Пока вы вводили, страницу сохранил другой")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить", Exact = true }).Last.ClickAsync();
        await Expect(page.GetByText("RSA 4096, ещё не сохранён")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Секретный ключ терминала KVELL")).ToHaveValueAsync(Secret);
        var view = await settings.TerminalAsync();
        Assert.Equal(other, view.Stored.Form.ApiKey);

        await page.GetByRole(AriaRole.Button, new() { Name = "Показать сохранённое" }).ClickAsync();
        await Expect(page.GetByLabel("Идентификатор терминала KVELL")).ToHaveValueAsync(other);
        await Expect(page.GetByText("ещё не сохранён")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Секретный ключ терминала KVELL")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_new_branch_gets_blanks()
    {
        var page = await NewPageAsync(host.Address, "admin");
        await page.OpenAsync("/branches");
        await page.GetByRole(AriaRole.Button, new() { Name = "Новый филиал" }).ClickAsync();
        await page.GetByLabel("Название").FillAsync("Ломбард №3");
        await page.GetByLabel("Префикс документов").FillAsync("лвес");
        await page.GetByLabel("Остаток по кассе на начало").FillAsync("50000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Префикс ЛВЕС занят: филиал «Ломбард №1»");
        await Expect(page.GetByLabel("Название")).ToHaveValueAsync("Ломбард №3");
        await page.GetByLabel("Префикс документов").FillAsync("лттр");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ломбард №3" })).ToBeVisibleAsync();
        await page.GetByLabel("Серия").FillAsync("ГП");
        await page.GetByLabel("С номера").FillAsync("00000410");
        await page.GetByLabel("Количество").FillAsync("100");
        await page.GetByRole(AriaRole.Button, new() { Name = "Принять бланки" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Бланк ГП00000410 уже принят, филиал «Ломбард №2»");
        await page.GetByLabel("С номера").FillAsync("00001001");
        await page.GetByRole(AriaRole.Button, new() { Name = "Принять бланки" }).ClickAsync();
        await Expect(page.GetByText("следующий ГП00001001")).ToBeVisibleAsync();
    }

    private static ILocator Group(IPage page, string name) => page.GetByRole(AriaRole.Group, new() { Name = name, Exact = true });

    private static async Task ChooseAsync(IPage page, string field, string name, byte[] file)
    {
        var button = Group(page, field).GetByRole(AriaRole.Button, new() { NameRegex = new("^(Загрузить|Заменить)$") });
        var chooser = await page.RunAndWaitForFileChooserAsync(() => button.ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = name, MimeType = "application/x-pem-file", Buffer = file });
    }

    private static byte[] Encrypted(RSA key) => Encoding.ASCII.GetBytes(
        key.ExportEncryptedPkcs8PrivateKeyPem(Passphrase, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 2048)));
}
