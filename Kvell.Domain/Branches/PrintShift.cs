namespace Kvell.Domain.Branches;

/// <summary>By how many millimetres a ticket is moved on a pre-printed blank; below zero: to the left, or up.</summary>
public sealed record PrintShift(decimal Right, decimal Down)
{
    public static PrintShift None { get; } = new(0, 0);
}
