using Kvell.Domain.Gateway;

namespace Kvell.Domain.CardTopUps;

/// <summary>What a person is told to do about a refusal; the gateway's own words follow.</summary>
public static class RefusalText
{
    public static string Of(AnswerMeaning meaning)
    {
        var advice = meaning switch
        {
            { Kind: AnswerKind.Misconfigured } => "KVELL не принял настройки терминала. Позовите администратора: исправьте настройки терминала и повторите.",
            { Text: var text } when text.Contains("20019", StringComparison.Ordinal) => "Превышен лимит выплат. Возьмите другую карту или выдайте позже.",
            _ => "KVELL отказал в выплате. Деньги не ушли: проверьте карту и повторите.",
        };
        return $"{advice} Ответ: {ReplyWords.Brief(meaning.Text)}";
    }
}
