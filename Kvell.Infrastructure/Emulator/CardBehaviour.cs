namespace Kvell.Infrastructure.Emulator;

/// <summary>What the emulator does with a number's send. The order from <see cref="SettlesLater"/> on is that of the card table.</summary>
public enum CardBehaviour
{
    Completes,
    SettlesLater,
    CancelsLater,
    AsksForCode,

    /// <summary>Accepts and pays, then drops the connection without an answer.</summary>
    AcceptsThenDrops,

    /// <summary>Drops a number's first send without accepting it.</summary>
    DropsFirst,

    /// <summary>Accepts and pays, then answers 500 / 20000.</summary>
    AcceptsThenFails,
    ExceedsLimit,
    AnswersLate,
}

public static class CardTable
{
    public static readonly TimeSpan SettlesAfter = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan AnswersAfter = TimeSpan.FromSeconds(20);

    private const string ByKopecks = "2200000000000095";

    private static readonly Dictionary<string, CardBehaviour> Cards = new()
    {
        ["2200000000000012"] = CardBehaviour.SettlesLater,
        ["2200000000000020"] = CardBehaviour.CancelsLater,
        ["2200000000000038"] = CardBehaviour.AsksForCode,
        ["2200000000000046"] = CardBehaviour.AcceptsThenDrops,
        ["2200000000000053"] = CardBehaviour.DropsFirst,
        ["2200000000000061"] = CardBehaviour.AcceptsThenFails,
        ["2200000000000079"] = CardBehaviour.ExceedsLimit,
        ["2200000000000087"] = CardBehaviour.AnswersLate,
    };

    /// <summary>A card that isn't in the table is paid at once.</summary>
    public static CardBehaviour Of(string digits, long kopecks)
    {
        if (digits == ByKopecks)
            return kopecks % 100 <= (int)CardBehaviour.AnswersLate ? (CardBehaviour)(kopecks % 100) : CardBehaviour.Completes;
        return Cards.GetValueOrDefault(digits);
    }
}
