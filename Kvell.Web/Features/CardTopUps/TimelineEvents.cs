using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.CardTopUps;

namespace Kvell.Web.Features.CardTopUps;

/// <param name="Class">Colours the dot: a state's class, or <c>next</c> for what is still to come.</param>
public sealed record TimelineEvent(DateTime At, string Text, string? Class = null, Guid? CallId = null);

/// <summary>An attempt's calls and decisions as a story for a person. Checks with the same answer, one after another, are told once.</summary>
public static class TimelineEvents
{
    public static IReadOnlyList<TimelineEvent> Of(AttemptView attempt)
    {
        List<TimelineEvent> events = [.. CallsOf(attempt).Concat(LateOf(attempt)).Concat(attempt.Decisions.Select(DecisionOf)).OrderBy(item => item.At)];
        if (attempt.NextAt is { } next)
            events.Add(new TimelineEvent(next, NextOf(attempt.State), "next"));
        return events;
    }

    private static List<TimelineEvent> CallsOf(AttemptView attempt)
    {
        var events = new List<TimelineEvent>();
        for (var i = 0; i < attempt.Calls.Count; i++)
        {
            var call = attempt.Calls[i];
            if (call.IsSend || call.IsConfirm)
            {
                events.Add(new TimelineEvent(call.StartedAt, Asked(call, isFirst: i == 0), "processing", call.Id));
                if (call.EndedAt is { } answered)
                    events.Add(new TimelineEvent(answered, Told(call), ClassOf(call)));
                continue;
            }

            var same = attempt.Calls.Skip(i).TakeWhile(next => IsSameCheck(call, next)).ToList();
            events.Add(CheckOf(call));
            if (same.Count > 2)
                events.Add(new TimelineEvent(
                    same[^1].StartedAt, $"Ещё {Russian.Count(same.Count - 1, "проверка", "проверки", "проверок")}: {ReplyWords.Brief(call.Description)}", ClassOf(call), same[^1].Id));
            else
                events.AddRange(same.Skip(1).Select(CheckOf));
            i += same.Count - 1;
        }

        return events;
    }

    private static bool IsSameCheck(CallView first, CallView next) =>
        !next.IsSend && !next.IsConfirm && next.Description == first.Description;

    private static IEnumerable<TimelineEvent> LateOf(AttemptView attempt) =>
        attempt.LateAt is { } late ? [new TimelineEvent(late, "15 минут без ответа: требует внимания", "unknown")] : [];

    private static TimelineEvent DecisionOf(DecisionRow row) => new(
        row.At,
        DecisionSpeech.LineOf(row.Event, row.Decision) + (row.ByName is "" ? "" : $", {row.ByName}"),
        row.Event is DecisionEvent.Proposed or DecisionEvent.ContinuedWithoutCheck ? "unknown" : "processing");

    private static TimelineEvent CheckOf(CallView call) => new(call.StartedAt, $"Проверка: {ReplyWords.Brief(call.Description)}", ClassOf(call), call.Id);

    private static string Asked(CallView call, bool isFirst) => call switch
    {
        { IsConfirm: true } => "Код клиента отправлен в банк",
        _ when isFirst => "Номер транзакции записан, запрос отправлен",
        _ => "Повторили те же данные под тем же номером",
    };

    private static string Told(CallView call) =>
        $"{(ReplyWords.IsSilence(call.Description) ? "Ответа нет" : "Ответ")}: {ReplyWords.Brief(call.Description)}";

    private static string? ClassOf(CallView call) =>
        call.Succeeded ? "completed"
        : call.Description.StartsWith('№') ? "unknown" : "processing";

    private static string NextOf(TopUpState state) => state switch
    {
        TopUpState.Postponed => "Повторим отправку",
        TopUpState.Sending => "Ждём ответа, самое позднее до этого времени",
        _ => "Следующая проверка",
    };
}
