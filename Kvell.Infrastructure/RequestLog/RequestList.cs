using System.Linq.Expressions;
using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.RequestLog;

/// <summary>A row of the log without its bodies.</summary>
internal sealed record RequestLine
{
    public Guid Id { get; init; }

    public Guid? BranchId { get; init; }

    public Guid? TopUpId { get; init; }

    public DateTime StartedAt { get; init; }

    public bool Succeeded { get; init; }

    public required string Method { get; init; }

    public required string Indicator { get; init; }

    public required string Description { get; init; }

    public required string SearchDocument { get; init; }

    public required string SearchError { get; init; }

    public required string ErrorCode { get; init; }

    public int? AttemptNumber { get; init; }

    public int? DurationMilliseconds { get; init; }

    public int? HttpStatus { get; init; }

    public string? RequestId { get; init; }
}

/// <summary>How the log is sorted, filtered and searched.</summary>
internal static class RequestList
{
    private static readonly SortColumns<RequestLine> Columns = new(SortColumn.Date<RequestLine>(line => line.StartedAt, line => line.Id));

    public static ListReader<RequestLine> Reader(KvellDbContext db, RequestFilter filter, Dictionary<Guid, Branch> branches)
    {
        var rows = Lines(db);
        var (sort, isAscending) = Columns.Of(filter.Order);
        return new ListReader<RequestLine>
        {
            Rows = rows,
            Sort = sort,
            IsAscending = isAscending,
            Dates = Columns.Date,
            Dated = Conditions.All(
                OfMethod(filter.Method),
                WithSuccess(filter.Succeeded),
                Period.Of<RequestLine>(filter, branches.Values, line => line.StartedAt, line => line.BranchId, withoutBranch: true)),
            Terms = [.. Terms(rows, filter.Search, branches.Values)],
        };
    }

    public static IQueryable<RequestLine> Lines(KvellDbContext db) => db.Set<GatewayRequest>().AsNoTracking().Select(request => new RequestLine
    {
        Id = request.Id,
        BranchId = request.BranchId,
        TopUpId = request.TopUpId,
        StartedAt = request.StartedAt,
        Succeeded = request.Succeeded,
        Method = request.Method,
        Indicator = request.Indicator,
        Description = request.Description,
        SearchDocument = request.SearchDocument,
        SearchError = request.SearchError,
        ErrorCode = request.ErrorCode,
        AttemptNumber = request.AttemptNumber,
        DurationMilliseconds = request.DurationMilliseconds,
        HttpStatus = request.HttpStatus,
        RequestId = request.RequestId,
    });

    /// <summary>A row without a branch is shown in UTC.</summary>
    public static DateTime LocalTime(DateTime utc, Guid? branchId, Dictionary<Guid, Branch> branches) =>
        branchId is { } id && branches.TryGetValue(id, out var branch) ? BranchZone.ToLocal(utc, branch.Zone) : utc;

    private static Expression<Func<RequestLine, bool>>? OfMethod(string? method) => string.IsNullOrEmpty(method) ? null : line => line.Method == method;

    /// <summary>Each answer of its own: a parameter for a flag would keep an index from serving it.</summary>
    private static Expression<Func<RequestLine, bool>>? WithSuccess(bool? succeeded) => succeeded is { } wanted ? line => line.Succeeded == wanted : null;

    private static IEnumerable<SearchTerm<RequestLine>> Terms(IQueryable<RequestLine> rows, string typed, IReadOnlyCollection<Branch> branches)
    {
        // An indicator that was copied whole: its document says it all.
        if (SearchText.DocumentNumberIn(SearchText.Normalise(typed)) is { } document)
        {
            yield return new SearchWays<RequestLine>(rows).Exactly(line => line.SearchDocument, [document]).Term;
            yield break;
        }

        var words = SearchWords.Parse(typed);
        foreach (var word in words.Numbers)
        {
            yield return word[0] == '/'
                ? new SearchWays<RequestLine>(rows).Beginning(line => line.Method, MethodOf(word)).Term
                : new SearchWays<RequestLine>(rows)
                    .Number(line => line.SearchDocument, word, branches)
                    .Beginning(line => line.SearchDocument, word.Length >= 4 && !word.All(char.IsAsciiDigit) ? word : null)
                    .Exactly(line => line.ErrorCode, [word])
                    .Term;
        }

        if (words.Names.Count > 0)
        {
            yield return new SearchWays<RequestLine>(rows)
                .Name(line => line.SearchError, line => line.SearchDocument, words.Names, branches)
                .Beginning(line => line.SearchDocument, string.Join(' ', words.Names))
                .Term;
        }
    }

    /// <summary>The wire's methods are in lower case.</summary>
#pragma warning disable CA1308
    private static string MethodOf(string word) => word.ToLowerInvariant();
#pragma warning restore CA1308
}
