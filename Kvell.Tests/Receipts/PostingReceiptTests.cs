using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Tests.Pledges;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Receipts;

/// <summary>«Печать чека по кнопке, а не при проведении» off: «Провести» asks for the payment kinds and prints in its own commit.</summary>
public sealed class PostingReceiptTests : IAsyncLifetime
{
    private readonly PledgeDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _desk.InitializeAsync();
        await _desk.SwitchAsync(printReceiptByButton: false);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public void Out_of_the_box_the_receipt_waits_for_its_button() => Assert.True(GeneralForm.Of(null).PrintReceiptByButton);

    [Fact]
    public async Task Without_the_kinds_nothing_is_posted_and_the_answer_asks_for_them()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100"));
        var asked = await _desk.PostAsync(id);
        Assert.True(asked is { AsksKinds: true, IsPosted: false, HasPaper: false });
        Assert.Empty(await _desk.OperationsAsync(id));
        Assert.Equal(13, await LastNumberAsync());
    }

    [Fact]
    public async Task What_stands_against_posting_is_said_before_the_kinds_are_asked_for()
    {
        var form = Sample.Group("100");
        form.Pledgor.Number = "12345";
        Assert.False((await _desk.PostAsync(await _desk.OpenDraftAsync(form))).AsksKinds);
    }

    [Fact]
    public async Task Operations_receipts_and_the_drawers_cash_come_in_one_commit()
    {
        var id = await DraftAsync("1500", "1000", "2000");
        _desk.StepIn.Before("INSERT INTO \"Receipts\"", async () => Assert.Empty(await _desk.OperationsAsync(id)));
        var posted = await _desk.PostAsync(id, areKindsChosen: true);
        Assert.Equal("Чек пробит: Билет №01, Билет №02.", posted.Sentence);
        Assert.True(posted.HasPaper);
        Assert.True(_desk.StepIn.HasHappened);
        Assert.All(await _desk.OperationsAsync(id), operation => Assert.True(operation.IsReceiptPrinted));
        await using var db = _desk.Open();
        Assert.Equal([1000m, 500m], (await db.Set<Receipt>().ToListAsync(Stop)).OrderByDescending(receipt => receipt.Cash).Select(receipt => receipt.Cash.Rubles));
        Assert.Equal(248_500m, (await BranchAsync()).CashBalance.Rubles);
        Assert.Equal([-1000m, -500m], (await db.Set<CashEntry>().OrderBy(entry => entry.Ordinal).ToListAsync(Stop)).Select(entry => entry.Amount.Rubles));
    }

    [Fact]
    public async Task Pressed_at_once_from_many_sides_it_posts_and_prints_once()
    {
        var id = await DraftAsync("700", "700");
        var posts = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => _desk.PostAsync(id, i % 2 == 0 ? _desk.Receiver : _desk.Colleague, areKindsChosen: true), Stop)));
        Assert.Single(posts, post => post.HasPaper);
        Assert.Single(await _desk.OperationsAsync(id));
        await using var db = _desk.Open();
        Assert.Equal(1, await db.Set<Receipt>().CountAsync(Stop));
        Assert.Equal(249_300m, (await BranchAsync()).CashBalance.Rubles);
    }

    [Fact]
    public async Task Cash_that_left_the_drawer_meanwhile_posts_nothing()
    {
        var first = await DraftAsync("150000", "150000");
        var second = await DraftAsync("150000", "150000");
        PostResult? other = null;
        _desk.StepIn.Before("FROM \"GeneralSettings\"", async () => other = await _desk.PostAsync(second, _desk.Colleague, areKindsChosen: true));
        var refused = await _desk.PostAsync(first, areKindsChosen: true);
        Assert.True(other!.IsPosted);
        Assert.Equal((FieldKeys.Cash, "В кассе только 100\u00A0000,00\u00A0₽: поставьте меньше"), (Assert.Single(refused.Fields).Field, refused.Fields[0].Sentence));
        Assert.Empty(await _desk.OperationsAsync(first));
    }

    [Fact]
    public async Task Switched_on_after_the_kinds_were_asked_for_it_posts_and_leaves_the_receipt_to_the_button()
    {
        var id = await DraftAsync("100", "100");
        await _desk.SwitchAsync(printReceiptByButton: true);
        var posted = await _desk.PostAsync(id, areKindsChosen: true);
        Assert.Equal((PostPledges.SwitchedMeanwhile, false), (posted.Sentence, posted.HasPaper));
        Assert.False(Assert.Single(await _desk.OperationsAsync(id)).IsReceiptPrinted);
        Assert.Equal(250_000m, (await BranchAsync()).CashBalance.Rubles);
        Assert.Equal("Чек пробит: Билет №01.", (await _desk.Get<PrintReceipts>().ExecuteAsync(_desk.Receiver, id, null, Stop)).Sentence);
        Assert.Equal(249_900m, (await BranchAsync()).CashBalance.Rubles);
    }

    [Fact]
    public async Task Cash_stays_shut_while_the_printed_receipt_stands()
    {
        var id = await DraftAsync("", "100");
        Assert.True((await _desk.PostAsync(id, areKindsChosen: true)).HasPaper);
        Assert.Equal(EnterCash.ReceiptStands, (await _desk.Get<EnterCash>().ExecuteAsync(_desk.Receiver, id, Money.FromRubles(1), Stop))!.Sentence);
    }

    private async Task<Guid> DraftAsync(string cash, params string[] loans)
    {
        var form = Sample.Group(loans);
        form.Issue.Cash = cash;
        form.Pledgor = Sample.Ivanov($"{Random.Shared.Next(100_000, 1_000_000)}");
        foreach (var item in form.Items)
            item.TypedAppraisal = "200000";
        return await _desk.OpenDraftAsync(form);
    }

    private async Task<Branch> BranchAsync()
    {
        await using var db = _desk.Open();
        return await db.Set<Branch>().SingleAsync(branch => branch.Id == _desk.First, Stop);
    }

    private async Task<int> LastNumberAsync()
    {
        await using var db = _desk.Open();
        return (await db.Set<DocumentCounter>().SingleAsync(Stop)).Last;
    }
}
