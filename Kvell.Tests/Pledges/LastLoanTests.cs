using Kvell.Domain.CardTopUps;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Pledges;
using Kvell.Web.Features.Pledges;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>«Последний займ» of a known client: how it was really given.</summary>
public sealed class LastLoanTests : IAsyncLifetime
{
    private const string Mask = "220000******0004";

    private readonly PledgeDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("0", null, false, "не выдан")]
    [InlineData("0", TopUpState.New, false, "не выдан")]
    [InlineData("0", TopUpState.Declined, false, "не выдан")]
    [InlineData("0", TopUpState.Unknown, false, "выплата на карту ещё не завершена")]
    [InlineData("0", TopUpState.Postponed, false, "выплата на карту ещё не завершена")]
    [InlineData("0", TopUpState.Completed, false, "карта 220000******0004")]
    [InlineData("0", null, true, "безналично")]
    [InlineData("0", TopUpState.Declined, true, "безналично")]
    [InlineData("100", null, false, "наличными")]
    [InlineData("100", TopUpState.Declined, true, "наличными")]
    [InlineData("40", null, false, "частью наличными")]
    public async Task The_line_says_how_the_loan_was_given(string cash, TopUpState? topUp, bool isReceiptPrinted, string way)
    {
        var draft = await PostAsync(cash);
        await TouchAsync(draft, (db, operation) =>
        {
            db.Entry(operation).Property(row => row.IsReceiptPrinted).CurrentValue = isReceiptPrinted;
            if (topUp is not { } state)
                return;
            var document = CardTopUp.Create(operation.Number, operation, TimeZoneInfo.Utc, _desk.Receiver, PledgeDesk.Noon.UtcDateTime);
            db.Add(document);
            db.Entry(document).Property(row => row.State).CurrentValue = state;
            db.Entry(document).Property(row => row.CardMask).CurrentValue = Mask;
        });
        Assert.Equal($"Последний займ 24.10.2022, {way}", (await LastLoanAsync())!.Words);
    }

    [Fact]
    public async Task A_zeroed_loan_is_not_the_last_one()
    {
        await PostAsync("100");
        _desk.Clock.Advance(TimeSpan.FromDays(1));
        var draft = await PostAsync("0");
        Assert.Equal("Последний займ 25.10.2022, не выдан", (await LastLoanAsync())!.Words);
        await TouchAsync(draft, (_, operation) => operation.Zero("клиент передумал", topUp: null, isUnanswered: false, _desk.Receiver, PledgeDesk.Noon.UtcDateTime));
        Assert.Equal("Последний займ 24.10.2022, наличными", (await LastLoanAsync())!.Words);
    }

    [Fact]
    public async Task The_former_client_comes_back_with_his_last_loan()
    {
        var draft = (await _desk.Get<LoadDraft>().ExecuteAsync(_desk.Receiver, await _desk.OpenDraftAsync(Sample.Group()), Stop))!;
        var keeper = new DraftKeeper(_desk.Get<SaveDraft>(), _desk.Clock, NullLogger<DraftKeeper>.Instance);
        var loan = new LastLoan(new DateOnly(2022, 9, 1), LoanWay.Cash);
        var wizard = new GroupWizard(draft, _desk.Receiver, keeper, _desk.Clock) { LastLoan = loan };
        wizard.ReplacePledgor(new PledgorForm(), new QuestionnaireForm(), null);
        Assert.Null(wizard.LastLoan);
        wizard.RestorePledgor();
        Assert.Equal(("Иванов", loan), (wizard.Form.Pledgor.Last, wizard.LastLoan));
    }

    private async Task<Guid> PostAsync(string cash)
    {
        var form = Sample.Group("100");
        form.Pledgor = Sample.Ivanov();
        form.Pledgor.PledgorId = (await KnownAsync())?.Id;
        form.Issue.Cash = cash;
        var draft = await _desk.OpenDraftAsync(form);
        Assert.True((await _desk.PostAsync(draft)).IsPosted);
        return draft;
    }

    private async Task TouchAsync(Guid draft, Action<Infrastructure.Persistence.KvellDbContext, PledgeOperation> touch)
    {
        await using var db = _desk.Open();
        touch(db, await db.Set<PledgeOperation>().SingleAsync(operation => operation.DraftId == draft, Stop));
        await db.SaveChangesAsync(Stop);
    }

    private async Task<PledgorHit?> KnownAsync() => (await _desk.Get<FindPledgors>().ExecuteAsync(_desk.Receiver, "иванов", Stop)).SingleOrDefault();

    private async Task<LastLoan?> LastLoanAsync() =>
        (await _desk.Get<OpenPledgor>().ExecuteAsync(_desk.Receiver, (await KnownAsync())!.Id, Stop))!.LastLoan;
}
