using Kvell.Infrastructure.Persistence;

namespace Kvell.Infrastructure.Live;

public static class ChangeNotes
{
    /// <summary>Part of the commit that changes what a list or a page shows.</summary>
    public static void NoteChange(this KvellDbContext db, ChangeKind kind, Guid subjectId, Guid? branchId, DateTime now) =>
        db.Add(new Change { Kind = kind, SubjectId = subjectId, BranchId = branchId, At = now });
}
