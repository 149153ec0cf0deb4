using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Tests.Desk;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Tests.Lists;

/// <summary>Many documents at once, by the Domain's own factories.</summary>
internal static class Crowd
{
    /// <summary>Seven to each minute and to each sum; every third is the second branch's, every tenth declined, one client to every forty.</summary>
    public static async Task CrowdAsync(this Rooms rooms, int count)
    {
        await using var db = rooms.Open();
        var branches = await db.Set<Branch>().ToDictionaryAsync(branch => branch.Id);
        var clients = Enumerable.Range(0, (count / 40) + 1).Select(i => Pledgor.Create(Guid.CreateVersion7(), Rooms.Client(5000 + i, $"Сёмин{(char)('а' + (i % 30))}"), rooms.Now)).ToList();
        db.AddRange(clients);
        for (var i = 0; i < count; i++)
        {
            var by = i % 3 == 2 ? rooms.Stranger : rooms.Receiver;
            var branch = branches[by.BranchId!.Value];
            var (at, loan) = (rooms.Now.AddMinutes(i / 7), Money.FromRubles(1000 + (i / 7 % 5 * 500)));
            var ticket = PledgeTicket.Create(branch.Id, Guid.CreateVersion7(), 1, loan, loan, $"ГП{i + 1:D8}");
            var operation = PledgeOperation.Post(
                $"{branch.DocumentPrefix}-{i + 1:D6}", ticket, clients[i / 40], Guid.NewGuid(), BranchZone.DayOf(at, branch.Zone), Money.Zero, by, at);
            var topUp = CardTopUp.Create(operation.Number, operation, branch.Zone, by, at);
            db.AddRange(ticket, operation, topUp);
            db.Entry(topUp).Property(row => row.State).CurrentValue = i % 10 == 9 ? TopUpState.Declined : TopUpState.Completed;
            db.Entry(topUp).Property(row => row.CardMask).CurrentValue = i % 2 == 0 ? "220000******0004" : "411111******1111";
            db.Entry(topUp).Property(row => row.CardEnd).CurrentValue = i % 2 == 0 ? "0004" : "1111";
        }

        await db.SaveChangesAsync();
    }
}
