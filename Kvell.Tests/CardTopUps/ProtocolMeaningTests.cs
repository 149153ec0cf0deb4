using System.Globalization;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>What an answer says before anyone asks to which send: every code of kvell-api §7, every status, echo and HTTP class.</summary>
public sealed class ProtocolMeaningTests
{
    private const string Ours = "0195f6a0-0000-7000-8000-000000000001";

    private static readonly Money Amount = Money.FromRubles(16000);

    /// <summary>Classes as kvell-api §7 has them: D, C, U; N is 20009 alone.</summary>
    private const string Classes =
        """
        20000 U    20001 C    20002 C    20003 C    20004 U    20005 U    20006 C    20007 U    20008 U
        20009 N    20010 U    20015 U    20018 U    20019 D    20020 U    20050 U    20097 U    20098 D    20099 D
        0 U        -1 U       19999 U    20100 U    2098 U     200980 U   - U
        """;

    public static TheoryData<int?, string> Codes()
    {
        var words = Classes.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Chunk(2).Select(pair => new TheoryDataRow<int?, string>(pair[0] == "-" ? null : int.Parse(pair[0], CultureInfo.InvariantCulture), pair[1]))];
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_has_its_class_in_a_4xx_and_is_unknown_elsewhere(int? code, string expected)
    {
        foreach (var http in new[] { 400, 401, 403, 404, 409, 422, 499 })
            Assert.Equal(KindOf(expected), Meaning(http, (code, "текст")).Kind);
        foreach (var http in new int?[] { 200, 201, 204, 301, 302, 307, 399, 408, 429, 500, 502, 503, 504, 599, null })
            Assert.Equal(AnswerKind.Unknown, Meaning(http, (code, "текст")).Kind);
    }

    [Theory]
    [InlineData("x-api-key: Field required")]
    [InlineData("X-Api-Key: value is not a valid uuid")]
    [InlineData("  x-api-key: Field required")]
    public void A_validation_error_about_the_api_key_is_a_wrong_setting(string message) =>
        Assert.Equal(AnswerKind.Misconfigured, Meaning(422, (20098, message)).Kind);

    [Theory]
    [InlineData("card number is not luhn valid")]
    [InlineData("recipient_pan: x-api-key")]
    [InlineData("")]
    public void Any_other_validation_error_is_a_refusal(string message) =>
        Assert.Equal(AnswerKind.Refused, Meaning(422, (20098, message)).Kind);

    [Theory]
    [InlineData("20098 20099", AnswerKind.Refused)]
    [InlineData("20019 20098", AnswerKind.Refused)]
    [InlineData("20098 20001", AnswerKind.Misconfigured)]
    [InlineData("20002 20019", AnswerKind.Misconfigured)]
    [InlineData("20098 20007", AnswerKind.Unknown)]
    [InlineData("20007 20098", AnswerKind.Unknown)]
    [InlineData("20001 20000", AnswerKind.Unknown)]
    [InlineData("20098 20001 20008", AnswerKind.Unknown)]
    [InlineData("20009 20009", AnswerKind.Unknown)]
    [InlineData("20009 20098", AnswerKind.Unknown)]
    [InlineData("20001 20009", AnswerKind.Unknown)]
    [InlineData("20098 -", AnswerKind.Unknown)]
    [InlineData("20019 12345", AnswerKind.Unknown)]
    public void Of_several_errors_the_worst_wins(string codes, AnswerKind expected)
    {
        var errors = codes.Split(' ').Select(code => (code == "-" ? (int?)null : int.Parse(code, CultureInfo.InvariantCulture), "текст")).ToArray();
        Assert.Equal(expected, Meaning(400, errors).Kind);
        Assert.Equal(expected, Meaning(422, [.. errors.Reverse()]).Kind);
    }

    [Theory]
    [InlineData("completed", AnswerKind.Completed)]
    [InlineData("canceled", AnswerKind.Canceled)]
    [InlineData("new", AnswerKind.Accepted)]
    [InlineData("processing", AnswerKind.Accepted)]
    [InlineData("wait_confirm", AnswerKind.AwaitingCode)]
    [InlineData("pending_otp", AnswerKind.AwaitingCode)]
    [InlineData("cancelled", AnswerKind.Unlisted)]
    [InlineData("refunded", AnswerKind.Unlisted)]
    [InlineData("part_refunded", AnswerKind.Unlisted)]
    [InlineData("confirmed", AnswerKind.Unlisted)]
    [InlineData("success", AnswerKind.Unlisted)]
    [InlineData("error", AnswerKind.Unlisted)]
    [InlineData("completed!", AnswerKind.Unlisted)]
    [InlineData("", AnswerKind.Unlisted)]
    public void A_status_counts_in_any_case_of_the_word_and_only_in_a_2xx(string status, AnswerKind expected)
    {
        foreach (var word in new[] { status, status.ToUpperInvariant(), string.Concat(status.Select((c, i) => i % 2 == 0 ? char.ToUpperInvariant(c) : c)) })
        {
            foreach (var http in new[] { 200, 201, 202, 299 })
                Assert.Equal(expected, Meaning(http, word, Ours, Amount).Kind);
            foreach (var http in new int?[] { 100, 199, 300, 302, 400, 404, 422, 500, 503, null })
                Assert.Equal(AnswerKind.Unknown, Meaning(http, word, Ours, Amount).Kind);
        }
    }

    /// <summary>Echo of the number (o ours, w wrong, – absent) and of the amount, then what «completed», «canceled» and «processing» mean.</summary>
    [Theory]
    [InlineData("o", "o", AnswerKind.Completed, AnswerKind.Canceled, AnswerKind.Accepted)]
    [InlineData("o", "-", AnswerKind.Completed, AnswerKind.Canceled, AnswerKind.Accepted)]
    [InlineData("-", "o", AnswerKind.Completed, AnswerKind.Unknown, AnswerKind.Accepted)]
    [InlineData("-", "-", AnswerKind.Completed, AnswerKind.Unknown, AnswerKind.Accepted)]
    [InlineData("w", "o", AnswerKind.WrongEcho, AnswerKind.WrongEcho, AnswerKind.WrongEcho)]
    [InlineData("w", "-", AnswerKind.WrongEcho, AnswerKind.WrongEcho, AnswerKind.WrongEcho)]
    [InlineData("o", "w", AnswerKind.WrongEcho, AnswerKind.WrongEcho, AnswerKind.WrongEcho)]
    [InlineData("-", "w", AnswerKind.WrongEcho, AnswerKind.WrongEcho, AnswerKind.WrongEcho)]
    [InlineData("w", "w", AnswerKind.WrongEcho, AnswerKind.WrongEcho, AnswerKind.WrongEcho)]
    public void Every_echo_must_be_ours_and_canceled_must_echo_the_number(
        string number, string amount, AnswerKind completed, AnswerKind canceled, AnswerKind processing)
    {
        var transaction = number == "-" ? null : number == "o" ? Ours : Ours[..^1] + "2";
        Money? sum = amount == "-" ? null : amount == "o" ? Amount : new Money(Amount.Kopecks / 100);
        Assert.Equal(completed, Meaning(200, "completed", transaction, sum).Kind);
        Assert.Equal(canceled, Meaning(200, "Canceled", transaction, sum).Kind);
        Assert.Equal(processing, Meaning(200, "processing", transaction, sum).Kind);
    }

    [Fact]
    public void A_call_of_which_no_byte_left_says_only_that() =>
        Assert.Equal(AnswerKind.NotSent, AnswerMeaning.Of(GatewayAnswer.NotSent("Нет соединения"), Ours, Amount).Kind);

    [Fact]
    public void Silence_and_an_unreadable_reply_are_unknown_whatever_the_http_code()
    {
        foreach (var http in new int?[] { null, 200, 204, 302, 400, 404, 422, 429, 500 })
            Assert.Equal(AnswerKind.Unknown, AnswerMeaning.Of(GatewayAnswer.Lost("Ошибка соединения") with { HttpStatus = http }, Ours, Amount).Kind);
    }

    [Fact]
    public void KVELLs_id_and_commission_are_kept()
    {
        var order = new GatewayOrder("COMPLETED", Ours, Amount, "778-1", new Money(3200));
        var meaning = AnswerMeaning.Of(new GatewayAnswer { BytesLeft = true, HttpStatus = 200, Order = order }, Ours, Amount);
        Assert.Equal(("778-1", new Money(3200)), (meaning.KvellId, meaning.Commission));
    }

    private static AnswerKind KindOf(string letter) => letter switch
    {
        "D" => AnswerKind.Refused,
        "C" => AnswerKind.Misconfigured,
        "N" => AnswerKind.NotFound,
        _ => AnswerKind.Unknown,
    };

    private static AnswerMeaning Meaning(int? http, params (int? Code, string Message)[] errors) => AnswerMeaning.Of(
        new GatewayAnswer { BytesLeft = true, HttpStatus = http, Errors = [.. errors.Select(error => new GatewayError(error.Code, error.Message))] }, Ours, Amount);

    private static AnswerMeaning Meaning(int? http, string status, string? transaction, Money? amount) => AnswerMeaning.Of(
        new GatewayAnswer { BytesLeft = true, HttpStatus = http, Order = new GatewayOrder(status, transaction, amount, null, null) }, Ours, Amount);
}
