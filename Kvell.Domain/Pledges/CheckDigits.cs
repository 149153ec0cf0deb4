using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges;

/// <summary>Check digits of a person's ИНН and СНИЛС.</summary>
public static class CheckDigits
{
    private static readonly int[] Inn11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static readonly int[] Inn12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

    /// <summary>The numbers below it carry no check digits.</summary>
    private const int FirstCheckedSnils = 1_001_998;

    public static bool IsInn(string digits) =>
        digits.Length == 12 && Weighed(digits, Inn11) == digits[10] - '0' && Weighed(digits, Inn12) == digits[11] - '0';

    public static bool IsSnils(string digits)
    {
        if (digits.Length != 11)
            return false;
        var sum = Enumerable.Range(0, 9).Sum(i => (digits[i] - '0') * (9 - i));
        return Number(digits[..9]) <= FirstCheckedSnils || sum % 101 % 100 == Number(digits[9..]);
    }

    private static int Weighed(string digits, int[] weights) =>
        weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11 % 10;

    private static long Number(string digits) => long.Parse(digits, Russian.Numbers);
}
