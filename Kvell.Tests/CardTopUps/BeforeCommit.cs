using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kvell.Tests.CardTopUps;

/// <summary>Lets somebody come in when everything is read and decided and the commit is about to be made, once.</summary>
internal sealed class BeforeCommit(Func<Task> other) : SaveChangesInterceptor
{
    private int _commits;

    /// <summary>From 1.</summary>
    public int AtCommit { get; init; } = 1;

    public bool HasHappened { get; private set; }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (++_commits == AtCommit)
        {
            HasHappened = true;
            await other();
        }

        return result;
    }
}
