using System.Linq.Expressions;
using Kvell.Domain.Branches;
using Kvell.Domain.Common;

namespace Kvell.Infrastructure.Lists;

/// <summary>What several lists are searched by.</summary>
internal static class SearchFields
{
    /// <summary>A document's number, whole, by its digits or by its beginning.</summary>
    public static SearchWays<T> Number<T>(this SearchWays<T> ways, Expression<Func<T, string>> number, string word, IReadOnlyCollection<Branch> branches)
    {
        var meant = NumberWords.Of(word, [.. branches.Select(branch => branch.DocumentPrefix)]);
        return ways.Exactly(number, meant.Exact).Beginning(number, meant.Beginning);
    }

    /// <summary>
    /// A full name by its beginning: «Иванов», «Иванов Ив», and «Иванов И. И.» as lists shorten it. Letters alone may also begin a number.
    /// </summary>
    public static SearchWays<T> Name<T>(
        this SearchWays<T> ways, Expression<Func<T, string>> name, Expression<Func<T, string>> number, IReadOnlyList<string> words, IReadOnlyCollection<Branch> branches)
    {
        if (words.Count == 1)
            ways.Number(number, words[0], branches);
        return ways.Words(name, words);
    }

    /// <summary>The column's text begins with the first two words, and other words in it begin with the rest.</summary>
    public static SearchWays<T> Words<T>(this SearchWays<T> ways, Expression<Func<T, string>> column, IReadOnlyList<string> words)
    {
        Expression<Func<T, bool>>? rest = null;
        foreach (var word in words.Skip(2).Select(word => $" {word}"))
            rest = Conditions.All(rest, Conditions.Of(column, text => text.Contains(word)));
        return ways.Beginning(column, string.Join(' ', words.Take(2)), rest);
    }
}
