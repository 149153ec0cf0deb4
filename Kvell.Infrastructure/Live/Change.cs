namespace Kvell.Infrastructure.Live;

public enum ChangeKind
{
    Draft = 1,
    Operation = 2,
    TopUp = 3,
    RequestLog = 4,
    Blanks = 5,
    /// <summary>Policy, general or bank settings, tariffs: everybody's.</summary>
    Settings = 6,

    /// <summary>A branch, or its terminal.</summary>
    Branch = 7,

    /// <summary>What a server found when it tried its signing.</summary>
    Servers = 8,

    /// <summary>A user's name, rights or sessions; the subject is the user, or the session that was ended.</summary>
    User = 9,
}

/// <summary>A row of the one table that tells open pages what changed. Sequence is the database's own.</summary>
public sealed class Change
{
    public long Sequence { get; private set; }

    public required ChangeKind Kind { get; init; }

    public required Guid SubjectId { get; init; }

    public required Guid? BranchId { get; init; }

    public required DateTime At { get; init; }
}
