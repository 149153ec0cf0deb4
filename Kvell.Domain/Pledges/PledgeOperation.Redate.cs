using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>
/// «Переоформить сегодняшней датой»: interest runs from the day the money is provided, so a loan that wasn't given on its date gets a
/// dated revision in place. The document, its number and its one top-up stay.
/// </summary>
public sealed partial class PledgeOperation
{
    /// <summary>How often it was re-dated.</summary>
    public int RevisionCount { get; private set; }

    /// <param name="topUp">State of its top-up, from the same commit's read; null where there is none.</param>
    /// <param name="isUnanswered">Rule 14: KVELL hasn't said since the press that a closed number paid nothing.</param>
    /// <param name="today">In the branch's zone.</param>
    /// <returns>Null: it may be re-dated.</returns>
    public string? WhyNotRedate(TopUpState? topUp, bool isUnanswered, DateOnly today) => this switch
    {
        { IsZeroed: true } => "операция обнулена",
        _ when topUp == TopUpState.Completed => "займ выплачен на карту, его дата не меняется",
        _ when topUp == TopUpState.Postponed => "выплата отложена, сначала «Прекратить попытки»",
        _ when topUp is { } state && state.IsUndecided() => "дождитесь ответа банка",
        { IsReceiptPrinted: true } => "чек пробит, сначала «Чек возврата»",
        _ when LoanDate == today => "займ уже датирован сегодняшним днём",
        _ when isUnanswered => "KVELL не подтвердил, что прежняя выплата на карту не прошла. Повторите позже. Если KVELL недоступен, сотрудник с полными правами может продолжить без проверки",
        _ => null,
    };

    /// <param name="tariff">What holds on that day.</param>
    /// <param name="spoiltBlank">The number the old ticket was printed on; null where it wasn't.</param>
    /// <returns>The revision, to be kept beside it.</returns>
    /// <exception cref="IllegalTransitionException"><see cref="WhyNotRedate"/> says why.</exception>
    public LoanRevision Redate(DateOnly today, LoanTariff tariff, string? spoiltBlank, TopUpState? topUp, bool isUnanswered, Actor by, DateTime now)
    {
        if (WhyNotRedate(topUp, isUnanswered, today) is { } refusal)
            throw new IllegalTransitionException($"Operation {Number} isn't re-dated: {refusal}.");
        RevisionCount++;
        var revision = LoanRevision.Of(this, today, tariff.VersionId, spoiltBlank, by, now);
        (LoanDate, TariffId, IssueDayBearsInterest) = (today, tariff.VersionId, tariff.IssueDayBearsInterest);
        Version++;
        return revision;
    }

    /// <summary>Part of the commit that makes its top-up, which copies date and sum: whoever changes those at once conflicts.</summary>
    public void NoteTopUp() => Version++;
}

/// <summary>By which a loan of a day is reckoned.</summary>
public sealed record LoanTariff(Guid VersionId, bool IssueDayBearsInterest);
