using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Settings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Branches;

/// <summary>«Основное», and blanks by their use-cases.</summary>
public sealed class BranchTests(KvellHost host) : IClassFixture<KvellHost>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Wrong => new()
    {
        { BranchForm.NameField, " ", "Введите название" },
        { BranchForm.PrefixField, "Л", "Нужно от 2 до 8 букв" },
        { BranchForm.PrefixField, "ЛВ-ЕС", "Нужно от 2 до 8 букв" },
        { BranchForm.PrefixField, "ЛВЕС", "Префикс ЛВЕС занят: филиал «Ломбард №1»" },
        { BranchForm.ZoneField, "Europe/Nowhere", "Выберите часовой пояс" },
        { BranchForm.OpensField, "7:59", "Нужно время не раньше 08:00" },
        { BranchForm.OpensField, "утром", "Нужно время не раньше 08:00" },
        { BranchForm.ClosesField, "23:01", "Нужно время не позже 23:00" },
        { BranchForm.ClosesField, "09:00", "Закрытие должно быть позже открытия" },
        { BranchForm.CashField, "много", "Нужна сумма" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_typed_wrong_is_refused_at_its_field(string field, string typed, string sentence)
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var before = (await desk.Get<ListBranches>().ExecuteAsync(desk.Actor, Token)).Count;
        var form = new BranchForm { Name = "Ломбард №9", DocumentPrefix = "ЛДЕВ", OpensAt = "09:00", ClosesAt = "20:00" };
        switch (field)
        {
            case BranchForm.NameField: form.Name = typed; break;
            case BranchForm.PrefixField: form.DocumentPrefix = typed; break;
            case BranchForm.ZoneField: form.TimeZoneId = typed; break;
            case BranchForm.OpensField: form.OpensAt = typed; break;
            case BranchForm.ClosesField: form.ClosesAt = typed; break;
            default: form.OpeningCash = typed; break;
        }

        var (id, answer) = await desk.Get<CreateBranch>().ExecuteAsync(desk.Actor, form, Token);
        Assert.Null(id);
        Assert.Equal(field, answer.Refusals[0].Field);
        Assert.StartsWith(sentence, answer.Refusals[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(before, (await desk.Get<ListBranches>().ExecuteAsync(desk.Actor, Token)).Count);
    }

    [Fact]
    public async Task Two_branches_made_at_once_with_one_prefix_are_one()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => desk.Get<CreateBranch>().ExecuteAsync(
            desk.Actor, new BranchForm { Name = $"Двойник {number}", DocumentPrefix = "ДВОЙ" }, Token))));
        Assert.Single(made, branch => branch.Id is not null);
        Assert.All(made.Where(branch => branch.Id is null), branch => Assert.Contains("занят", branch.Answer.Refusals[0].Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_prefix_that_stands_in_documents_stays()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var answer = await SaveAsync(desk, form => form.DocumentPrefix = "ЛНОВ");
        Assert.Equal("Префикс ЛВЕС уже стоит в номерах документов и больше не меняется", Assert.Single(answer.Refusals).Sentence);
    }

    [Fact]
    public async Task A_corrected_opening_cash_corrects_the_drawer_and_never_below_nothing()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        Assert.True((await SaveAsync(desk, form => form.OpeningCash = "251000,50")).IsSaved);
        await GiveOutAsync(Money.FromRubles(1_000));
        Assert.True((await SaveAsync(desk, form => form.OpeningCash = "252000,50")).IsSaved);
        Assert.Equal(Money.FromRubles(251_000.50m), (await ViewAsync(desk)).CashBalance);
        Assert.Equal(BranchForm.CashField, Assert.Single((await SaveAsync(desk, form => form.OpeningCash = "999,99")).Refusals).Field);
        Assert.True((await SaveAsync(desk, form => form.OpeningCash = "1000")).IsSaved);
        Assert.Equal(Money.Zero, (await ViewAsync(desk)).CashBalance);
    }

    [Fact]
    public async Task Who_saves_an_older_page_is_told()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var seen = (await ViewAsync(desk)).Stored.Version;
        Assert.True((await SaveAsync(desk, form => form.ClosesAt = "22:00")).IsSaved);
        Assert.True((await SaveAsync(desk, form => form.ClosesAt = "21:00", seen)).IsStale);
        Assert.Equal("22:00", (await ViewAsync(desk)).Stored.Form.ClosesAt);
    }

    [Fact]
    public async Task Blanks_are_received_all_or_none_and_a_number_exists_once_in_the_firm()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var before = (await ViewAsync(desk)).CleanBlanks;
        var taken = await ReceiveAsync(desk, "гп", "390", "20");
        Assert.Equal("Бланк ГП00000401 уже принят, филиал «Ломбард №2». Проверьте номер и количество", Assert.Single(taken.Refusals).Sentence);
        Assert.Equal(before, (await ViewAsync(desk)).CleanBlanks);
        Assert.True((await ReceiveAsync(desk, "ЯБ", "1", "5000")).IsSaved);
        Assert.Equal(before + 5000, (await ViewAsync(desk)).CleanBlanks);
        Assert.Equal([BlanksForm.SeriesField, BlanksForm.FirstField, BlanksForm.CountField], (await ReceiveAsync(desk, "Г1", "0", "5001")).Refusals.Select(refusal => refusal.Field));
        Assert.Equal(BlanksForm.CountField, Assert.Single((await ReceiveAsync(desk, "ЮЩ", "99999999", "2")).Refusals).Field);
    }

    private static async Task<BranchView> ViewAsync(SettingsDesk desk) => (await desk.Get<ShowBranch>().ExecuteAsync(desk.Actor, desk.First, Token))!;

    private static async Task<SaveAnswer> SaveAsync(SettingsDesk desk, Action<BranchForm> change, int? seen = null)
    {
        var stored = (await ViewAsync(desk)).Stored;
        change(stored.Form);
        return await desk.Get<SaveBranch>().ExecuteAsync(desk.Actor, desk.First, stored.Form, seen ?? stored.Version, Token);
    }

    private static Task<SaveAnswer> ReceiveAsync(SettingsDesk desk, string series, string first, string count) =>
        desk.Get<ReceiveBlanks>().ExecuteAsync(desk.Actor, desk.First, new BlanksForm { Series = series, First = first, Count = count }, Token);

    private async Task GiveOutAsync(Money cash)
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        await using var db = await desk.DatabaseAsync();
        var branch = await db.Set<Branch>().SingleAsync(row => row.Id == desk.Actor.BranchId, Token);
        db.Entry(branch).Property(row => row.CashBalance).CurrentValue = branch.CashBalance - cash;
        await db.SaveChangesAsync(Token);
    }
}
