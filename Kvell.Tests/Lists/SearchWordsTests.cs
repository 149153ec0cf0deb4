using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Xunit;

namespace Kvell.Tests.Lists;

public sealed class SearchWordsTests
{
    private static readonly string[] Branches = ["ЛВЕС", "ЛВТР"];

    [Theory]
    [InlineData("Соловьёв А. И.", "СОЛОВЬЕВ А И", "")]
    [InlineData(" лвес-000014  ", "", "ЛВЕС-000014")]
    [InlineData("Иванов 0004", "ИВАНОВ", "0004")]
    [InlineData("/v1/orders/", "", "/V1/ORDERS/")]
    [InlineData("ЛВЕС-", "ЛВЕС", "")]
    [InlineData(" . ", "", "")]
    [InlineData(null, "", "")]
    public void Words_are_names_and_numbers(string? typed, string names, string numbers)
    {
        var words = SearchWords.Parse(typed);
        Assert.Equal((names, numbers), (string.Join(' ', words.Names), string.Join(' ', words.Numbers)));
    }

    [Theory]
    [InlineData("2200000000000004", true)]
    [InlineData("2200 0000 0000 0004", true)]
    [InlineData("Иванов 2200-0000-0000-0004", true)]
    [InlineData("220000******0004", false)]
    [InlineData("ЛВЕС-000014 0004 2200", false)]
    [InlineData("9d71a005-5046-11ed-819f-70665574176e", false)]
    [InlineData("", false)]
    public void A_whole_card_number_is_seen(string typed, bool isCard) => Assert.Equal(isCard, SearchWords.HoldsCardNumber(typed));

    [Theory]
    [InlineData("14", "ЛВЕС-000014 ЛВТР-000014", null)]
    [InlineData("ЛВЕС-000014", "ЛВЕС-000014", null)]
    [InlineData("ЛВЕС14", "ЛВЕС-000014", null)]
    [InlineData("ЛВЕС-0000", "", "ЛВЕС-0000")]
    [InlineData("ЛВЕС-0001", "ЛВЕС-000001", "ЛВЕС-0001")]
    [InlineData("ЛВЕС-0", "", "ЛВЕС-")]
    [InlineData("ЛВЕС-14", "ЛВЕС-000014", null)]
    [InlineData("ЛВ", "", "ЛВ")]
    [InlineData("ИВАНОВ", "", null)]
    [InlineData("220000******0004", "", null)]
    public void A_number_is_meant_whole_by_its_digits_or_by_its_beginning(string word, string exact, string? beginning)
    {
        var meant = NumberWords.Of(word, Branches);
        Assert.Equal((exact, beginning), (string.Join(' ', meant.Exact), meant.Beginning));
    }

    [Theory]
    [InlineData("Пополнение карты клиента ЛВЕС-000006 от 20.10.2022 10:12:55", "№1: code: 20098, message: card number is ...", "ЛВЕС-000006", "20098", "CARD NUMBER IS ...")]
    [InlineData("9d71a005-5046-11ed-819f-70665574176e", "№1: code: , message: Ошибка соединения ...", "9D71A005-5046-11ED-819F-70665574176E", "", "ОШИБКА СОЕДИНЕНИЯ ...")]
    [InlineData("ДанныеФормыСтруктура", "completed", "ДАННЫЕФОРМЫСТРУКТУРА", "", "COMPLETED")]
    public void A_row_of_the_log_knows_what_it_is_found_by(string indicator, string description, string document, string code, string error)
    {
        var row = GatewayRequest.Import(Guid.NewGuid(), DateTime.UnixEpoch, succeeded: false, GatewayMethods.Payout, indicator, description);
        Assert.Equal((document, code, error), (row.SearchDocument, row.ErrorCode, row.SearchError));
    }
}
