using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Settings;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>«Предельные значения ПСК»: kept by full rights. Today is 24.10.2022.</summary>
public sealed class FullCostCapTests : IAsyncLifetime
{
    private readonly PledgeDesk _desk = new();
    private readonly Actor _office = new(Guid.NewGuid(), "Волкова Инна Петровна", [UserRole.FullRights], null);

    public static TheoryData<string, string, string, string, string> Wrong => new()
    {
        { "31.06.2026", "30.09.2026", "100", FullCostCapForm.FromField, "Нужна дата, например 01.04.2026" },
        { "01.07.2026", "", "100", FullCostCapForm.ThroughField, "Нужна дата, например 30.06.2026" },
        { "01.07.2026", "30.06.2026", "100", FullCostCapForm.ThroughField, "Последний день раньше первого: поправьте даты" },
        { "01.07.2026", "30.09.2026", "сто", FullCostCapForm.PercentField, "Нужны проценты годовых, например 107,354" },
        { "01.07.2026", "30.09.2026", "0", FullCostCapForm.PercentField, "Нужны проценты годовых, например 107,354" },
        { "01.07.2026", "30.09.2026", "1000", FullCostCapForm.PercentField, "Нужны проценты годовых, например 107,354" },
        { "01.07.2026", "30.09.2026", "107,3541", FullCostCapForm.PercentField, "Нужны проценты годовых, например 107,354" },
        { "30.06.2026", "30.09.2026", "100", FullCostCapForm.FromField, "Уже есть строка с 01.04.2026 по 30.06.2026: исправьте её или выберите другие дни" },
        { "01.01.2026", "01.04.2026", "100", FullCostCapForm.FromField, "Уже есть строка с 01.04.2026 по 30.06.2026: исправьте её или выберите другие дни" },
        { "01.05.2026", "02.05.2026", "100", FullCostCapForm.FromField, "Уже есть строка с 01.04.2026 по 30.06.2026: исправьте её или выберите другие дни" },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _desk.InitializeAsync();
        Assert.True((await SaveAsync(Form("01.04.2026", "30.06.2026", "107,354"))).IsSaved);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_refused_at_its_field(string from, string through, string percent, string field, string sentence)
    {
        var refusal = Assert.Single((await SaveAsync(Form(from, through, percent))).Refusals);
        Assert.Equal((field, sentence), (refusal.Field, refusal.Sentence));
        Assert.Single(await CapsAsync());
    }

    [Fact]
    public async Task Another_kind_and_the_next_day_are_free()
    {
        Assert.True((await SaveAsync(Form("01.07.2026", "300926", "99.5"))).IsSaved);
        Assert.True((await SaveAsync(Form("01.04.2026", "30.06.2026", "157,557", PledgeKind.Other))).IsSaved);
        Assert.Equal([99.5m, 107.354m, 157.557m], (await CapsAsync()).Select(cap => cap.Percent));
    }

    [Fact]
    public async Task A_row_is_put_right_and_who_comes_second_is_told()
    {
        var seen = Assert.Single(await CapsAsync());
        var form = FullCostCapForm.Of(seen);
        Assert.Equal(("01.04.2026", "30.06.2026", "107,354"), (form.From, form.Through, form.Percent));
        form.Percent = "107,355";
        Assert.True((await SaveAsync(form, seen)).IsSaved);
        form.Percent = "1";
        Assert.True((await SaveAsync(form, seen)).IsStale);
        Assert.Equal(107.355m, Assert.Single(await CapsAsync()).Percent);
    }

    /// <summary>No two begin on one day, so no index keeps them apart.</summary>
    [Fact]
    public async Task Two_that_overlap_entered_at_once_are_one()
    {
        var saved = await Task.WhenAll(Enumerable.Range(1, 6).Select(day => Task.Run(() => SaveAsync(Form($"{day:00}.07.2026", "30.09.2026", "100")), Stop)));
        Assert.Single(saved, answer => answer.IsSaved);
        Assert.Equal(2, (await CapsAsync()).Count);
    }

    [Theory]
    [InlineData(PledgeKind.Jewellery, "01.07.2026", "30.09.2026")]
    [InlineData(PledgeKind.Other, "01.10.2022", "31.12.2022")]
    public async Task The_next_quarter_is_offered(PledgeKind kind, string from, string through)
    {
        var form = FullCostCapForm.After(kind, await CapsAsync(), new DateOnly(2022, 10, 24));
        Assert.Equal((from, through), (form.From, form.Through));
    }

    [Fact]
    public async Task Only_full_rights_keep_them()
    {
        foreach (var role in new[] { UserRole.Administrator, UserRole.Receiver })
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => _desk.Get<SaveFullCostCap>().ExecuteAsync(
                _office with { Roles = [role] }, Form("01.07.2026", "30.09.2026", "100"), null, Stop));
        }
    }

    private static FullCostCapForm Form(string from, string through, string percent, PledgeKind kind = PledgeKind.Jewellery) =>
        new() { Kind = kind, From = from, Through = through, Percent = percent };

    private Task<SaveAnswer> SaveAsync(FullCostCapForm form, FullCostCap? seen = null) => _desk.Get<SaveFullCostCap>().ExecuteAsync(_office, form, seen, Stop);

    private async Task<IReadOnlyList<FullCostCap>> CapsAsync() => (await _desk.Get<ListTariffs>().ExecuteAsync(_office, Stop)).Caps;
}
