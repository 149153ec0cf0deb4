using Kvell.Domain.Common;

namespace Kvell.Domain.Gateway;

/// <summary>
/// A row of the request log. Opened in the commit that writes the call ahead, closed with its outcome: a crash leaves
/// a row that says so.
/// </summary>
public sealed class GatewayRequest
{
    public const string StillOpen = "Ответ не получен";

    /// <summary>Longer beginnings are of no use to a search.</summary>
    public const int SearchLength = 100;

    private GatewayRequest()
    {
    }

    public Guid Id { get; private set; }

    public Guid? BranchId { get; private set; }

    public Guid? TopUpId { get; private set; }

    /// <summary>Which attempt and which send of it, from 1; null on imported rows.</summary>
    public int? AttemptNumber { get; private set; }

    public int? SendNumber { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>Stored, not computed: the imported rows of 2022 keep their own flag.</summary>
    public bool Succeeded { get; private set; }

    public string Method { get; private set; } = "";

    /// <summary>«Индикатор обращения»: the document's presentation.</summary>
    public string Indicator
    {
        get;
        private set
        {
            field = value;
            var text = SearchText.Normalise(value);
            SearchDocument = Cut(SearchText.DocumentNumberIn(text) ?? text);
        }
    } = "";

    public string Description
    {
        get;
        private set
        {
            field = value;
            (ErrorCode, SearchError) = (ReplyWords.CodeOf(value), Cut(SearchText.Normalise(ReplyWords.MessageOf(value))));
        }
    } = "";

    /// <summary>The document's number in the indicator, <c>ЛВЕС-000006</c>; where there is none, the whole of it, normalised.</summary>
    public string SearchDocument { get; private set; } = "";

    /// <summary>The first error's code; empty where none came.</summary>
    public string ErrorCode { get; private set; } = "";

    /// <summary>The beginning of the first message, normalised.</summary>
    public string SearchError { get; private set; } = "";

    public bool IsOpen { get; private set; }

    public int? DurationMilliseconds { get; private set; }

    public int? HttpStatus { get; private set; }

    public string? RequestId { get; private set; }

    public string? RequestBody { get; private set; }

    public string? ResponseBody { get; private set; }

    public static GatewayRequest Open(
        Guid branchId, Guid topUpId, int attempt, int send, string method, string indicator, DateTime now) => new()
        {
            Id = Guid.CreateVersion7(now),
            BranchId = branchId,
            TopUpId = topUpId,
            AttemptNumber = attempt,
            SendNumber = send,
            StartedAt = now,
            Method = method,
            Indicator = indicator,
            Description = StillOpen,
            IsOpen = true,
        };

    /// <summary>A row of the log that was kept before Kvell.</summary>
    public static GatewayRequest Import(
        Guid branchId, DateTime startedAt, bool succeeded, string method, string indicator, string description) => new()
        {
            Id = Guid.CreateVersion7(startedAt),
            BranchId = branchId,
            StartedAt = startedAt,
            Succeeded = succeeded,
            Method = method,
            Indicator = indicator,
            Description = description,
        };

    /// <summary>Closes the row with what came back. A second closing is ignored: the first is what the call said.</summary>
    public void Close(GatewayAnswer answer, bool succeeded)
    {
        if (!IsOpen)
            return;
        IsOpen = false;
        Succeeded = succeeded;
        Description = GatewayDescription.Of(answer);
        DurationMilliseconds = (int)answer.Duration.TotalMilliseconds;
        HttpStatus = answer.HttpStatus;
        RequestId = answer.RequestId;
        RequestBody = answer.RequestBody;
        ResponseBody = answer.ResponseBody;
    }

    private static string Cut(string text) => text.Length <= SearchLength ? text : text[..SearchLength];
}
