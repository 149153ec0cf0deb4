using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Domain.Pledges;
using Kvell.Tests.Desk;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Tests.Lists;

/// <summary>Many documents at once, by the Domain's own factories.</summary>
internal static class Crowd
{
    private static readonly string[] Names = ["Сёмин", "Сёмин", "Семина", "Иванов", "Цой"];

    /// <summary>
    /// Seven to each minute and to each sum; every third is the second branch's, every tenth declined, every hundredth flagged. One in five
    /// hundred is Цой's, the rest the others' in turn. Numbers begin at 1001, blanks at ГП00000001.
    /// </summary>
    public static async Task CrowdAsync(this Rooms rooms, int count)
    {
        await using var db = rooms.Open();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var branches = await db.Set<Branch>().ToDictionaryAsync(branch => branch.Id);
        var clients = Names.Select((name, i) => Pledgor.Create(Guid.CreateVersion7(), Rooms.Client(5000 + i, name), rooms.Now)).ToList();
        db.AddRange(clients);
        for (var i = 0; i < count; i++)
        {
            var by = i % 3 == 2 ? rooms.Stranger : rooms.Receiver;
            var branch = branches[by.BranchId!.Value];
            var (at, loan) = (rooms.Now.AddMinutes(i / 7), Money.FromRubles(1000 + (i / 7 % 5 * 500)));
            var ticket = PledgeTicket.Create(branch.Id, Guid.CreateVersion7(), 1, loan, loan, $"ГП{i + 1:D8}");
            var operation = PledgeOperation.Post(
                $"{branch.DocumentPrefix}-{i + 1001:D6}", ticket, clients[i % 500 == 499 ? 4 : i % 4], Guid.NewGuid(), BranchZone.DayOf(at, branch.Zone), Money.Zero, by, at);
            var topUp = CardTopUp.Create(operation.Number, operation, branch.Zone, by, at);
            db.AddRange(ticket, operation, topUp);
            var entry = db.Entry(topUp);
            entry.Property(row => row.State).CurrentValue = i % 10 == 9 ? TopUpState.Declined : TopUpState.Completed;
            entry.Property(row => row.CardMask).CurrentValue = i % 2 == 0 ? "220000******0004" : "411111******1111";
            entry.Property(row => row.CardEnd).CurrentValue = i % 2 == 0 ? "0004" : "1111";
            entry.Property(row => row.Attention).CurrentValue = i % 100 == 50 ? Attention.PaidOnAnotherDay : Attention.None;
            db.Add(Call(topUp, i, at));
        }

        await db.SaveChangesAsync();
    }

    private static GatewayRequest Call(CardTopUp topUp, int i, DateTime at) => GatewayRequest.Import(
        topUp.BranchId, at, succeeded: i % 4 != 0, i % 3 == 0 ? GatewayMethods.Status : GatewayMethods.Payout, topUp.Presentation,
        (i % 4, i % 8) switch
        {
            (0, 0) => "№1: code: 20019, message: Превышен лимит",
            (0, _) => "№1: code: , message: Ошибка соединения с сервером",
            _ => "COMPLETED",
        });
}
