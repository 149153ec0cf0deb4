namespace Kvell.Domain.CardTopUps;

/// <summary>States of a top-up (design §4). Stored as numbers: never renumber.</summary>
public enum TopUpState
{
    /// <summary>«Новый»: nothing sent; only a press sends it.</summary>
    New = 0,

    /// <summary>«Отправляется»: attempt, number and bytes are committed; a call may be in flight.</summary>
    Sending = 1,

    /// <summary>«Ожидает код»: the gateway wants the client's code.</summary>
    AwaitingCode = 2,

    /// <summary>«Обрабатывается банком»: the gateway accepted.</summary>
    Processing = 3,

    /// <summary>«Исход неизвестен»: no trustworthy answer.</summary>
    Unknown = 4,

    /// <summary>«Отложено»: no byte of this number ever left; repeats by itself.</summary>
    Postponed = 5,

    /// <summary>«Отклонено»: proven refused, or stopped before a byte left. No money moved.</summary>
    Declined = 6,

    /// <summary>«Выполнено»: paid. Final.</summary>
    Completed = 7,
}

public static class TopUpStates
{
    /// <summary>Money may have left, or may yet leave, by a number already sent.</summary>
    public static bool IsUndecided(this TopUpState state) =>
        state is TopUpState.Sending or TopUpState.AwaitingCode or TopUpState.Processing or TopUpState.Unknown;

    /// <summary>Rule 7: what the operation refuses beside such a top-up: cash, another sum, zeroing, cancelling, re-dating.</summary>
    public static bool LocksOperation(this TopUpState state) =>
        state.IsUndecided() || state is TopUpState.Postponed or TopUpState.Completed;
}
