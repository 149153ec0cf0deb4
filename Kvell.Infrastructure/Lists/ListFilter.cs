namespace Kvell.Infrastructure.Lists;

/// <summary>What a list's address says: what is looked for, in which order, and where in it.</summary>
public abstract record ListFilter
{
    public string Search { get; init; } = "";

    /// <summary>The period's first day and its last, both included, in the local dates of each document's branch.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? Through { get; init; }

    public Guid? BranchId { get; init; }

    public ListOrder Order { get; init; } = ListOrder.Newest;

    /// <summary>Null for the list's start.</summary>
    public ListPlace? Place { get; init; }
}

/// <summary>The column a list is sorted by: <c>-date</c> in the address is the newest first.</summary>
public sealed record ListOrder(string Column, bool IsAscending)
{
    public const string Date = "date";
    public const string Number = "number";
    public const string Amount = "amount";

    public static ListOrder Newest { get; } = new(Date, IsAscending: false);

    public static ListOrder Parse(string? text) => text switch
    {
        null or "" or "-" => Newest,
        ['-', .. var column] => new ListOrder(column, IsAscending: false),
        _ => new ListOrder(text, IsAscending: true),
    };

    public override string ToString() => IsAscending ? Column : $"-{Column}";
}
