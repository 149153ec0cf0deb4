using Kvell.Infrastructure.Emulator;
using Kvell.Tests.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kvell.Tests.CardTopUps;

/// <summary>
/// Each row of the emulator's card table, from the wizard's fourth tab to its last word. The row of a number that fails Luhn
/// is the wire's (<c>EmulatorWireTests</c>); the screen refuses it at the field (<c>ButtonBrowserTests</c>).
/// Where a check decides, four to six seconds pass: it comes after the grace, and jobs are polled each second.
/// </summary>
public sealed class CardTableScreenTests(BrowserFixture browser, QuickHost quick) : BrowserTest(browser), IClassFixture<QuickHost>
{
    private PayoutDesk _desk = null!;

    public override async ValueTask InitializeAsync() => _desk = await PayoutDesk.OpenAsync(quick.Host);

    public override async ValueTask DisposeAsync()
    {
        _desk.Get<EmulatorControl>().Speed = QuickHost.Speed;
        await _desk.Get<EmulatorControl>().SetOfflineAsync(false, CancellationToken.None);
        _desk.Dispose();
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("2200000000000004")]
    public async Task A_good_card_is_paid_at_once(string card)
    {
        var loan = await PayAsync(card);
        await loan.EndsAsync("Выполнено");
        await loan.SaysAsync("Деньги на карте клиента.");
        await loan.ReachedTheBankAsync(orders: 1, sends: 1, isChecked: false);
    }

    [Fact]
    public async Task What_the_bank_works_on_is_waited_for_and_paid()
    {
        var loan = await PayAsync("2200000000000012");
        await loan.ShowsAsync("Обрабатывается банком");
        await loan.Page.ExpectPaidAsync(1, paid: false);
        await loan.EndsAsync("Выполнено");
        await loan.ReachedTheBankAsync(orders: 1, sends: 1, isChecked: true);
    }

    [Fact]
    public async Task What_the_bank_cancels_is_declined()
    {
        var loan = await PayAsync("2200000000000020");
        await loan.ShowsAsync("Обрабатывается банком");
        await loan.EndsAsync("Отклонено");
        await loan.SaysAsync("Банк отклонил выплату. Деньги не ушли: можно выплатить на другую карту.");
        await loan.ReachedTheBankAsync(orders: 1, sends: 1, isChecked: true);
    }

    [Fact]
    public async Task A_wrong_code_stays_typed_and_the_right_one_pays()
    {
        var loan = await PayAsync("2200000000000038");
        await loan.ShowsAsync("Ожидает код");
        var document = await loan.OpenDocumentAsync();
        await LoanOnScreen.DocumentShowsAsync(document, "Ожидает код");
        await loan.OpenCodesAsync();
        await loan.TypeCodeAsync("654321");
        await Expect(loan.Code).ToHaveAccessibleDescriptionAsync("Код не подошёл. Проверьте его и введите ещё раз.");
        await Expect(loan.Code).ToHaveValueAsync("654321");
        await loan.TypeCodeAsync("123456");
        await Expect(loan.Page.OpenDialog()).ToHaveCountAsync(0);
        await LoanOnScreen.DocumentShowsAsync(document, "Выполнено");
        await loan.EndsAsync("Выполнено");
        await loan.ReachedTheBankAsync(orders: 1, sends: 1, codes: 2);
    }

    [Theory]
    [InlineData("2200000000000046")]
    [InlineData("2200000000000061")]
    public async Task What_was_accepted_without_an_answer_is_found_paid_by_a_check(string card)
    {
        var loan = await PayAsync(card);
        await loan.ShowsAsync("Исход неизвестен");
        await loan.SaysAsync("Банк не ответил, деньги могли уйти. Наличные не выдавайте.");
        await loan.Page.ExpectPaidAsync(1, paid: false);
        await loan.EndsAsync("Выполнено");
        await loan.ReachedTheBankAsync(orders: 1, sends: 1, isChecked: true);
    }

    [Fact]
    public async Task What_was_lost_on_the_way_goes_again_under_the_same_number()
    {
        var loan = await PayAsync("2200000000000053");
        await loan.ShowsAsync("Исход неизвестен");
        await loan.EndsAsync("Выполнено");
        await loan.ReachedTheBankAsync(orders: 1, sends: 2, isChecked: true);
    }

    [Fact]
    public async Task Beyond_the_limit_is_declined_and_says_what_to_do()
    {
        var loan = await PayAsync("2200000000000079");
        await loan.EndsAsync("Отклонено");
        await loan.SaysAsync("Превышен лимит выплат. Возьмите другую карту или выдайте позже.");
        await loan.ReachedTheBankAsync(orders: 0, sends: 1, isChecked: false);
    }

    /// <summary>Takes some five seconds: the bank's answer is three of them late, so that the waiting is seen on a busy machine too.</summary>
    [Fact]
    public async Task A_late_answer_is_waited_for()
    {
        _desk.Get<EmulatorControl>().Speed = 6;
        var loan = await PayAsync("2200000000000087");
        await loan.ShowsAsync("Отправляется");
        await loan.EndsAsync("Выполнено");
        await loan.ReachedTheBankAsync(orders: 1, sends: 1, isChecked: false);
    }

    /// <summary>Takes more than five seconds: nine loans, one of which is lost, looked for and sent again.</summary>
    [Fact]
    public async Task By_kopecks_one_group_goes_through_the_whole_table()
    {
        var loan = await PayAsync("2200000000000095", [.. Enumerable.Range(0, 9).Select(kopecks => $"1500,0{kopecks}")]);
        await loan.ShowsAsync("Ожидает код", ticket: 4);
        await loan.OpenCodesAsync(ticket: 4);
        await loan.TypeCodeAsync("123456");
        foreach (var (ticket, orders, sends, codes) in new[] { (1, 1, 1, 0), (2, 1, 1, 0), (4, 1, 1, 1), (5, 1, 1, 0), (6, 1, 2, 0), (7, 1, 1, 0), (9, 1, 1, 0) })
        {
            await loan.ShowsAsync("Выполнено", ticket);
            await loan.Page.ExpectPaidAsync(ticket, paid: true);
            await loan.ReachedTheBankAsync(orders, sends, codes: codes, ticket: ticket);
        }

        foreach (var (ticket, orders) in new[] { (3, 1), (8, 0) })
        {
            await loan.ShowsAsync("Отклонено", ticket);
            await loan.Page.ExpectPaidAsync(ticket, paid: false);
            await loan.ReachedTheBankAsync(orders, sends: 1, ticket: ticket);
        }
    }

    /// <summary>Takes more than five seconds: without a press the first repeat comes after ten.</summary>
    [Fact]
    public async Task Without_a_connection_it_is_postponed_and_paid_when_the_line_is_back()
    {
        var emulator = await NewPageAsync(quick.Host.Address, "receiver");
        await emulator.OpenAsync("/emulator");
        await emulator.GetByLabel("Нет связи", new() { Exact = true }).CheckAsync();
        await Expect(emulator.GetByText("Ни одно соединение не проходит")).ToBeVisibleAsync();
        var (byItself, byPress) = (await PayAsync("2200000000000004"), await PayAsync("2200000000000004"));
        foreach (var loan in new[] { byItself, byPress })
        {
            await loan.EndsAsync("Отложено");
            await loan.SaysAsync("Нет связи с банком, деньги не отправлены. Повторим сами в ");
            await loan.ReachedTheBankAsync(orders: 0, sends: 0, isChecked: false);
        }

        await emulator.GetByLabel("Нет связи", new() { Exact = true }).UncheckAsync();
        await Expect(emulator.GetByText("Ни одно соединение не проходит")).ToHaveCountAsync(0);
        await byPress.Page.PressTopUpAsync();
        await Expect(byPress.Page.GetByText("Все займы уже выплачены на карту")).ToBeVisibleAsync();
        foreach (var loan in new[] { byPress, byItself })
        {
            await loan.EndsAsync("Выполнено");
            await loan.ReachedTheBankAsync(orders: 1, sends: 1, isChecked: false);
        }
    }

    private async Task<LoanOnScreen> PayAsync(string card, params string[] loans) =>
        await LoanOnScreen.PayAsync(_desk, await NewPageAsync(quick.Host.Address, "receiver"), card, loans.Length == 0 ? ["1500"] : loans);
}
