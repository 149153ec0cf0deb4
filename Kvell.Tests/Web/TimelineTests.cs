using Kvell.Domain.CardTopUps;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Web.Features.CardTopUps;
using Xunit;

namespace Kvell.Tests.Web;

public sealed class TimelineTests
{
    private static readonly DateTime Start = new(2022, 10, 24, 12, 19, 10);

    private const string NotFound = "№1: code: 20009, message: Заказ не найден";

    [Fact]
    public void A_send_is_told_with_its_answer()
    {
        var events = Tell(TopUpState.Completed, Call(GatewayMethods.Payout, 0, "COMPLETED", succeeded: true));
        Assert.Equal(["Номер транзакции записан, запрос отправлен", "Ответ: COMPLETED"], events.Select(item => item.Text));
        Assert.Equal("completed", events[1].Class);
        Assert.NotNull(events[0].CallId);
    }

    [Fact]
    public void A_call_without_an_answer_is_told_without_one() =>
        Assert.Single(Tell(TopUpState.Sending, Call(GatewayMethods.Payout, 0, "Ответ не получен") with { EndedAt = null }));

    [Fact]
    public void Checks_with_one_answer_are_told_once_and_a_resend_by_its_name()
    {
        var events = Tell(
            TopUpState.Unknown,
            Call(GatewayMethods.Payout, 0, "№1: code: , message: Ошибка соединения"),
            Call(GatewayMethods.Status, 32, NotFound),
            Call(GatewayMethods.Status, 37, NotFound),
            Call(GatewayMethods.Status, 47, NotFound),
            Call(GatewayMethods.Payout, 150, "PROCESSING"));
        Assert.Equal(
            [
                "Номер транзакции записан, запрос отправлен", "Ответа нет: Ошибка соединения", "Проверка: 20009 Заказ не найден",
                "Ещё 2\u00A0проверки: 20009 Заказ не найден", "Повторили те же данные под тем же номером", "Ответ: PROCESSING",
            ],
            events.Select(item => item.Text));
    }

    [Fact]
    public void What_comes_next_ends_the_story()
    {
        var attempt = Attempt(TopUpState.Postponed, Start.AddSeconds(10), [Call(GatewayMethods.Payout, 0, "№1: code: , message: Нет связи")]);
        var last = TimelineEvents.Of(attempt)[^1];
        Assert.Equal(("Повторим отправку", "next", Start.AddSeconds(10)), (last.Text, last.Class, last.At));
    }

    [Fact]
    public void A_decision_stands_between_the_calls_of_its_time()
    {
        var attempt = Attempt(TopUpState.Processing, null, [Call(GatewayMethods.Payout, 0, "PROCESSING"), Call(GatewayMethods.Status, 9000, "PROCESSING")]) with
        {
            Decisions =
            [
                new DecisionRow(Guid.NewGuid(), 1, Start.AddSeconds(4000), DecisionEvent.Proposed, DecisionKind.Paid, "Соколова И. Л.", "№ 4471", "Письмо", null, 0),
                new DecisionRow(Guid.NewGuid(), 1, Start.AddSeconds(5000), DecisionEvent.Voided, DecisionKind.Paid, "", null, "", null, 0),
            ],
        };
        Assert.Equal(
            ["Ответ: PROCESSING", "Предложено «Оплачено», Соколова И. Л.", "Отменено само «Оплачено»", "Проверка: PROCESSING"],
            TimelineEvents.Of(attempt).Skip(1).Select(item => item.Text));
    }

    [Fact]
    public void A_quarter_of_an_hour_without_an_outcome_stands_where_it_ended()
    {
        var attempt = Attempt(TopUpState.Processing, null, [Call(GatewayMethods.Payout, 0, "PROCESSING"), Call(GatewayMethods.Status, 1200, "PROCESSING")]) with { LateAt = Start.AddMinutes(15) };
        Assert.Equal("15 минут без ответа: требует внимания", TimelineEvents.Of(attempt)[2].Text);
    }

    private static IReadOnlyList<TimelineEvent> Tell(TopUpState state, params CallView[] calls) =>
        TimelineEvents.Of(Attempt(state, null, calls));

    private static AttemptView Attempt(TopUpState state, DateTime? nextAt, CallView[] calls) =>
        new(1, state, "t", "220000******0004", Start, nextAt, calls, []);

    private static CallView Call(string method, int second, string description, bool succeeded = false) =>
        new(Guid.NewGuid(), method, Start.AddSeconds(second), Start.AddSeconds(second + 1), succeeded, description);
}
