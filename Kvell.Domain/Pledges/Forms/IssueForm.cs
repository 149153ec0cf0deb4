using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>Tab «Оформление документов», up to posting.</summary>
public sealed class IssueForm
{
    /// <summary>«Дата» as typed, in the branch's zone; empty means now.</summary>
    public string Date { get; set; } = "";

    /// <summary>A tariff, whatever its versions (<see cref="Tariff.LineId"/>). Null: the first on the list.</summary>
    public Guid? TariffId { get; set; }

    /// <summary>«СМС» and «Email» as ticked; null while nobody touched them: as the questionnaire says (<see cref="GroupForm.Informs"/>).</summary>
    public bool? BySms { get; set; }

    public bool? ByEmail { get; set; }

    /// <summary>«Наличные» as typed; empty means none.</summary>
    public string Cash { get; set; } = "";

    /// <summary>The whole was put in cash because the gateway can't be used, not because somebody typed it.</summary>
    public bool IsCashOnly { get; set; }

    public Money? CashAmount
    {
        get
        {
            if (TypedText.IsBlank(Cash))
                return Money.Zero;
            return TypedText.TryMoney(Cash, out var cash) ? cash : null;
        }
    }

    /// <summary>The typed day, today when nothing is typed, null when it can't be read.</summary>
    public DateOnly? LoanDate(DateOnly today)
    {
        if (TypedText.IsBlank(Date))
            return today;
        return TypedText.TryDateAndTime(Date, today, out var local) ? DateOnly.FromDateTime(local) : null;
    }

    /// <summary>While cashless is closed the whole is cash; once it is open again, what wasn't typed goes away.</summary>
    /// <returns>Whether the form changed.</returns>
    public bool CloseCashless(bool isClosed, Money total)
    {
        if (isClosed && CashAmount != total)
            (Cash, IsCashOnly) = (total.Digits, true);
        else if (!isClosed && IsCashOnly)
            (Cash, IsCashOnly) = ("", false);
        else
            return false;
        return true;
    }
}
