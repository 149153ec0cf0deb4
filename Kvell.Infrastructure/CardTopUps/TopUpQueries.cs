using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.CardTopUps;

internal static class TopUpQueries
{
    /// <summary>The root with its attempts in their order, tracked.</summary>
    public static Task<CardTopUp> LoadTopUpAsync(this KvellDbContext db, Guid id) =>
        db.Set<CardTopUp>().Include(topUp => topUp.Attempts.OrderBy(attempt => attempt.Number)).SingleAsync(topUp => topUp.Id == id);

    /// <summary>Rule 11: a check may use a later version of the terminal with the same api-key.</summary>
    public static async Task<GatewayTerminal> TerminalForCheckAsync(this KvellDbContext db, Guid branchId, TopUpAttempt attempt)
    {
        var latest = await db.Set<KvellTerminal>()
            .Where(terminal => terminal.BranchId == branchId && terminal.ApiKey == attempt.ApiKey && terminal.IsTest == attempt.IsTest)
            .OrderByDescending(terminal => terminal.Version)
            .Select(terminal => (Guid?)terminal.Id)
            .FirstOrDefaultAsync();
        return attempt.Terminal with { TerminalId = latest ?? attempt.TerminalId };
    }
}
