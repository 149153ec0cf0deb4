using Kvell.Domain.Pledges;
using Kvell.Infrastructure.Pledges;
using Xunit;

namespace Kvell.Tests.Pledges;

public sealed class PledgorSearchTests : IAsyncLifetime
{
    private readonly PledgeDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _desk.InitializeAsync();
        await _desk.PostAsync(await _desk.OpenDraftAsync(Sample.Group("100")));
        var other = Sample.Group("100");
        other.Pledgor = Sample.Ivanov("654321");
        (other.Pledgor.Last, other.Pledgor.First, other.Pledgor.Phone) = ("Соловьёв", "Пётр", "8 (495) 120-22-50");
        await _desk.PostAsync(await _desk.OpenDraftAsync(other));
        var foreigner = Sample.Group("100");
        foreigner.Pledgor = Sample.Ivanov("1234-567");
        (foreigner.Pledgor.Last, foreigner.Pledgor.First, foreigner.Pledgor.Middle) = ("Фарук", "Али", "");
        (foreigner.Pledgor.DocumentKind, foreigner.Pledgor.Series, foreigner.Pledgor.Phone) = (IdentityDocumentKind.ForeignPassport, "fa", "+7 916 000-00-00");
        await _desk.PostAsync(await _desk.OpenDraftAsync(foreigner));
        var resident = Sample.Group("100");
        resident.Pledgor = Sample.Ivanov("вЖ 0012345");
        (resident.Pledgor.Last, resident.Pledgor.DocumentKind, resident.Pledgor.Series) = ("Цой", IdentityDocumentKind.ResidencePermit, "");
        resident.Pledgor.Phone = "+7 917 000-00-00";
        await _desk.PostAsync(await _desk.OpenDraftAsync(resident));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("иванов", "Иванов Иван Иванович")]
    [InlineData("ИВАНОВ  ив", "Иванов Иван Иванович")]
    [InlineData("соловье", "Соловьёв Пётр Иванович")]
    [InlineData("Соловьёв", "Соловьёв Пётр Иванович")]
    [InlineData("+7 903 555", "Иванов Иван Иванович")]
    [InlineData("8903555", "Иванов Иван Иванович")]
    [InlineData("9035550185", "Иванов Иван Иванович")]
    [InlineData("495120", "Соловьёв Пётр Иванович")]
    [InlineData("4508 1234", "Иванов Иван Иванович")]
    [InlineData("654321", "Соловьёв Пётр Иванович")]
    [InlineData("FA 1234567", "Фарук Али")]
    [InlineData("fa1234567", "Фарук Али")]
    [InlineData("Fa 12", "Фарук Али")]
    [InlineData("1234567", "Фарук Али")]
    [InlineData("фа", "Фарук Али")]
    [InlineData("ВЖ0012345", "Цой Иван Иванович")]
    [InlineData("вж 0012", "Цой Иван Иванович")]
    [InlineData("ц", "Цой Иван Иванович")]
    public async Task One_box_finds_by_name_phone_or_passport(string typed, string name) =>
        Assert.Equal(name, Assert.Single(await _desk.Get<FindPledgors>().ExecuteAsync(_desk.Receiver, typed, Stop)).Name);

    [Theory]
    [InlineData("")]
    [InlineData("45")]
    [InlineData("ванов")]
    [InlineData("%")]
    public async Task What_begins_nothing_finds_nothing(string typed) =>
        Assert.Empty(await _desk.Get<FindPledgors>().ExecuteAsync(_desk.Receiver, typed, Stop));

    [Fact]
    public async Task A_known_client_brings_forms_questionnaire_and_last_loan()
    {
        var hit = Assert.Single(await _desk.Get<FindPledgors>().ExecuteAsync(_desk.Receiver, "иванов", Stop));
        var record = (await _desk.Get<OpenPledgor>().ExecuteAsync(_desk.Stranger, hit.Id, Stop))!;
        Assert.Equal(("45 08", "123456", "12.03.1985"), (record.Form.Series, record.Form.Number, record.Form.BirthDate));
        Assert.True(record.Questionnaire.Passport.IsFresh(_desk.Clock.GetUtcNow().UtcDateTime));
        Assert.Equal(new LastLoan(new DateOnly(2022, 10, 24), LoanWay.NotGiven), record.LastLoan);
    }
}
