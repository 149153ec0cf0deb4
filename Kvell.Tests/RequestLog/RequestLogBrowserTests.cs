using Kvell.Tests.Browser;
using Kvell.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.RequestLog;

public sealed class RequestLogBrowserTests(BrowserFixture browser, KvellHost host) : BrowserTest(browser), IClassFixture<KvellHost>
{
    private const string CellsScript =
        """
        rows => rows.map(row => [...row.cells].map((cell, i) =>
            i === 1 ? (cell.querySelector('svg') && cell.innerText.includes('Да') ? '✓' : '') : cell.textContent.trim()).join('\t'))
        """;

    private static string[] Figure2 => [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "request-log-2022-10-20.tsv")).Skip(1).Where(line => line.Length > 0)];

    [Fact]
    public async Task The_log_is_the_customers_figure_2_cell_by_cell()
    {
        var page = await OpenAsync("/request-log");
        Assert.Equal(
            ["Дата время запроса", "Успешно выполнено", "Имя метода", "Индикатор обращения", "Описание ошибки"],
            (await page.Locator("thead th").AllInnerTextsAsync()).Select(text => text.Replace('\n', ' ').Trim()));
        Assert.Equal(27, Figure2.Length);
        Assert.Equal(Figure2.Reverse(), await RowsAsync(page));

        // The figure has the oldest first.
        await page.GetByRole(AriaRole.Button, new() { Name = "Дата время запроса" }).ClickAsync();
        await Expect(page.Locator("thead th").First).ToHaveAttributeAsync("aria-sort", "ascending");
        Assert.Equal(Figure2, await RowsAsync(page));
    }

    [Fact]
    public async Task Ctrl_F_leads_to_the_search_in_any_alphabet_and_from_there_to_the_browsers_own()
    {
        var page = await OpenAsync("/request-log");
        await page.EvaluateAsync("() => document.addEventListener('keydown', e => window.stopped = [...(window.stopped ?? []), e.defaultPrevented])");
        await PressFindAsync(page);
        await Expect(page.GetByLabel("Поиск")).ToBeFocusedAsync();
        await PressFindAsync(page);
        Assert.Equal("true,false", await page.EvaluateAsync<string>("() => window.stopped.join()"));
    }

    [Fact]
    public async Task What_is_looked_for_stands_in_the_address_and_back_leads_out_of_it()
    {
        var page = await OpenAsync("/request-log");
        await page.GetByLabel("Поиск").PressSequentiallyAsync("000008");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(4);
        await page.GetByText("Нет", new() { Exact = true }).ClickAsync();
        await Expect(page.GetByText("Ничего не найдено")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(4);
        await page.GetByLabel("Имя метода").SelectOptionAsync("/v1/orders/");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        var copied = page.Url;
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(27);
        await Expect(page.GetByLabel("Поиск")).ToHaveValueAsync("");

        await page.OpenAsync(copied);
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(page.GetByLabel("Поиск")).ToHaveValueAsync("000008");
        await Expect(page.GetByLabel("Имя метода")).ToHaveValueAsync("/v1/orders/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сбросить", Exact = true }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(27);
        Assert.Equal("/request-log", new Uri(page.Url).PathAndQuery);
    }

    [Fact]
    public async Task Two_choices_made_faster_than_the_line_both_get_into_the_address()
    {
        var page = await OpenAsync("/request-log");
        await page.GetByLabel("Имя метода").EvaluateAsync(
            "method => { method.value = '/v1/orders/'; method.dispatchEvent(new Event('change', { bubbles: true })); document.querySelector('[name=list-success][value=no]').click(); }");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("method=%2Fv1%2Forders%2F&ok=no"));
    }

    [Fact]
    public async Task A_period_is_typed_as_people_type_it_and_a_wrong_one_is_said_at_its_field()
    {
        var page = await OpenAsync("/request-log");
        await page.GetByLabel("С", new() { Exact = true }).FillAsync("20.10.22");
        await page.GetByLabel("По", new() { Exact = true }).FillAsync("201022");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("from=2022-10-20&to=2022-10-20"));
        await Expect(page.GetByLabel("По", new() { Exact = true })).ToHaveValueAsync("20.10.2022");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(27);

        await page.GetByLabel("По", new() { Exact = true }).FillAsync("19.10.2022");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("Не раньше начала периода")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("По", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("По", new() { Exact = true }).FillAsync("32.10.2022");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("Введите дату: 24.10.2022")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("По", new() { Exact = true })).ToHaveValueAsync("32.10.2022");
    }

    [Fact]
    public async Task A_whole_card_number_gets_into_no_address()
    {
        var page = await OpenAsync("/request-log");
        await page.GetByLabel("Поиск").FillAsync("2200 0000 0000 0004");
        await Expect(page.GetByText("достаточно последних четырёх цифр")).ToBeVisibleAsync();
        Assert.Equal("/request-log", new Uri(page.Url).PathAndQuery);
    }

    [Fact]
    public async Task The_menu_hides_columns_for_good_copies_a_row_and_is_walked_by_keys()
    {
        var page = await NewPageAsync(host.Address, "fullrights", new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await page.OpenAsync("/request-log");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "20009" }).ClickAsync();
        await Expect(page.Locator(".drawer")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Еще" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "Дата время запроса" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Имя метода" })).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Скопировать строку" }).ClickAsync();
        await Expect(page.GetByText("Строка скопирована")).ToBeVisibleAsync();
        Assert.Equal(Figure2.Single(line => line.Contains("20009", StringComparison.Ordinal)), await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Menu)).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Еще" })).ToBeFocusedAsync();

        await page.OpenAsync("/request-log");
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Имя метода" })).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Индикатор обращения" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_row_opens_by_Enter_alone()
    {
        var page = await OpenAsync("/request-log");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "20.10.2022 14:12:13" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".drawer")).ToContainTextAsync("Запрос 20.10.2022 14:12:13");
        await page.GoBackAsync();
        await Expect(page.Locator(".drawer")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_listed_is_exported()
    {
        var page = await OpenAsync("/request-log?q=000008");
        await page.GetByRole(AriaRole.Button, new() { Name = "Еще" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Menuitem, new() { Name = "Выгрузить в XLSX" }).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var file = new MemoryStream();
        await stream.CopyToAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(5, (await Sheet.ReadAsync(file)).Count);
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
    }

    private static async Task PressFindAsync(IPage page) => await page.EvaluateAsync(
        "() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'а', code: 'KeyF', ctrlKey: true, bubbles: true, cancelable: true }))");

    private static async Task<IReadOnlyList<string>> RowsAsync(IPage page) => await page.Locator("tbody tr").EvaluateAllAsync<string[]>(CellsScript);

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await NewPageAsync(host.Address, "fullrights");
        await page.OpenAsync(path);
        return page;
    }
}
