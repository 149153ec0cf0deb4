using Kvell.Domain.Common;
using Kvell.Infrastructure.Identity;

namespace Kvell.Web.Features.Users;

/// <summary>What is done to a user at once, without «Записать».</summary>
public enum UserAction
{
    Block,
    Unblock,
    EndSessions,
    GivePassword,
}

/// <summary>A password being given.</summary>
public sealed class NewPassword
{
    public string Value { get; set; } = "";

    public bool MustChange { get; set; } = true;
}

/// <summary>The buttons of a user's dialog and their use-cases.</summary>
public sealed class UserActions(BlockUser block, UnblockUser unblock, EndUserSessions end, ResetPassword reset)
{
    public Task<Refusal?> RunAsync(Actor actor, UserRow row, UserAction action, NewPassword password) => action switch
    {
        UserAction.Block => block.ExecuteAsync(actor, row.Id, CancellationToken.None),
        UserAction.Unblock => unblock.ExecuteAsync(actor, row.Id, CancellationToken.None),
        UserAction.EndSessions => end.ExecuteAsync(actor, row.Id, CancellationToken.None),
        UserAction.GivePassword => reset.ExecuteAsync(actor, row.Id, password.Value, password.MustChange, CancellationToken.None),
        _ => throw new InvalidOperationException($"No use-case for {action}."),
    };
}
