using System.Linq.Expressions;
using Kvell.Domain.Common;

namespace Kvell.Domain.CardTopUps;

/// <summary>What lists find a top-up by.</summary>
public sealed partial class CardTopUp
{
    /// <summary>The name as <see cref="SearchText.Normalise"/> has it.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>The mask of the card tried last, for lists.</summary>
    public string? CardMask
    {
        get;
        private set
        {
            field = value;
            CardEnd = value is { Length: > 4 } ? value[^4..] : null;
        }
    }

    /// <summary>The mask's last four digits: what a person knows of a card, and searches by.</summary>
    public string? CardEnd { get; private set; }

    /// <summary>The outcome is open, as a database's condition: by the state, which is indexed.</summary>
    public static Expression<Func<CardTopUp, bool>> IsUndecided { get; } = topUp =>
        topUp.State == TopUpState.Sending || topUp.State == TopUpState.AwaitingCode || topUp.State == TopUpState.Processing || topUp.State == TopUpState.Unknown;

    /// <summary><see cref="NeedsAttention"/> as a database's condition.</summary>
    public static Expression<Func<CardTopUp, bool>> NeedingAttention(DateTime now)
    {
        var late = now - AttentionAfter;
        return topUp => topUp.Attention != Attention.None || topUp.UndecidedSince <= late;
    }
}
