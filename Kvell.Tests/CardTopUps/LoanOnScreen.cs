using Kvell.Domain.Pledges.Forms;
using Kvell.Tests.Browser;
using Kvell.Tests.Pledges;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.CardTopUps;

/// <summary>A posted group on the wizard's fourth tab; what its screens say, and what reached the bank.</summary>
internal sealed class LoanOnScreen(PayoutDesk desk, IPage page, Guid draftId)
{
    public IPage Page { get; } = page;

    public Guid DraftId { get; } = draftId;

    public static async Task<LoanOnScreen> OpenAsync(PayoutDesk desk, IPage page, params string[] loans)
    {
        var draftId = await desk.DraftAsync(form => form.Tab = WizardTab.Documents, loans);
        await desk.PostAsync(draftId);
        await page.OpenAsync($"/pledges/group/{draftId}");
        await Expect(page.Ticket(1)).ToBeVisibleAsync();
        return new LoanOnScreen(desk, page, draftId);
    }

    public static async Task<LoanOnScreen> PayAsync(PayoutDesk desk, IPage page, string card, params string[] loans)
    {
        var loan = await OpenAsync(desk, page, loans);
        await page.PayAsync(card);
        return loan;
    }

    public Task ShowsAsync(string state, int ticket = 1) => Page.ExpectStateAsync(ticket, state, 15_000);

    public async Task SaysAsync(string sentence, int ticket = 1) => await Expect(Page.Ticket(ticket)).ToContainTextAsync(sentence);

    /// <summary>The last word, on the row, in «Эквайринг» and on the document's own page.</summary>
    public async Task EndsAsync(string state, int ticket = 1)
    {
        await ShowsAsync(state, ticket);
        await Page.ExpectPaidAsync(ticket, state == "Выполнено");
        var document = await OpenDocumentAsync(ticket);
        await DocumentShowsAsync(document, state);
        await document.CloseAsync();
    }

    /// <summary>The document in a second tab.</summary>
    public async Task<IPage> OpenDocumentAsync(int ticket = 1)
    {
        var document = await Page.Context.NewPageAsync();
        await document.OpenAsync($"/top-ups/{(await desk.TopUpsAsync(DraftId))[ticket - 1].Id}");
        return document;
    }

    public static Task DocumentShowsAsync(IPage document, string state) =>
        Expect(document.GetByRole(AriaRole.Region, new() { Name = "Состояние" })).ToContainTextAsync(state, new() { Timeout = 15_000 });

    /// <summary>Asks the witness about a ticket whose payout has one number: its orders, sends and codes, and whether it was asked about.</summary>
    public async Task ReachedTheBankAsync(int orders, int sends, bool? isChecked = null, int codes = 0, int ticket = 1)
    {
        var number = Assert.Single((await desk.TopUpsAsync(DraftId))[ticket - 1].Attempts).Transaction;
        var calls = (await desk.Emulator.CallsAsync()).Where(call => call.Transaction == number).ToList();
        Assert.Equal(orders, (await desk.Emulator.OrdersAsync()).Count(order => order.Transaction == number));
        Assert.Equal(sends, calls.Count(call => call.Path == "/v1/orders/account2card"));
        Assert.Equal(codes, calls.Count(call => call.Path == "/v1/orders/account2card/confirm"));
        if (isChecked is { } asked)
            Assert.Equal(asked, calls.Any(call => call.Method == "GET"));
    }

    /// <summary>The dialog that the row's button opens.</summary>
    public async Task OpenCodesAsync(int ticket = 1)
    {
        await Page.Ticket(ticket).GetByRole(AriaRole.Button, new() { Name = "Ввести код" }).ClickAsync();
        await Expect(Code).ToBeVisibleAsync();
    }

    public ILocator Code => Page.OpenDialog().GetByRole(AriaRole.Textbox);

    public async Task TypeCodeAsync(string code)
    {
        await Code.FillAsync(code);
        await Page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Ввести код", Exact = true }).ClickAsync();
    }
}
