using System.Collections.Concurrent;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace Kvell.Tests.Jobs;

/// <summary>Tells a test the state in which Hangfire left a job.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WitnessAttribute : JobFilterAttribute, IApplyStateFilter
{
    private static readonly ConcurrentDictionary<(JobStorage, string), TaskCompletionSource<string>> Ends = new();

    /// <summary>Completes with the state's name when the job is no longer waiting or running.</summary>
    public static Task<string> EndOf(JobStorage storage, string jobId) => Of(storage, jobId).Task;

    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        if (context.NewState is not (EnqueuedState or ProcessingState))
            Of(context.Storage, context.BackgroundJob.Id).TrySetResult(context.NewState.Name);
    }

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
    }

    private static TaskCompletionSource<string> Of(JobStorage storage, string jobId) =>
        Ends.GetOrAdd((storage, jobId), _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
}
