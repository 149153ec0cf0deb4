using System.Globalization;
using System.Security.Cryptography;
using Kvell.Domain.Branches;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Domain.Pledges;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;

namespace Kvell.Tests.Lab.Simulation;

/// <summary>One loan of a run.</summary>
/// <param name="Name">What the bank is told it pays: the operation's number.</param>
internal sealed record LabLoan(Guid TopUpId, Guid OperationId, Guid DraftId, string Name, Money Amount);

/// <summary>A branch with a terminal and posted loans, all made by the product's own factories.</summary>
internal sealed class LabLoans
{
    /// <summary>Every so many's loan was meant for the day before: it is re-dated before it goes to a card.</summary>
    private const int Misdated = 8;

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    private static readonly CardNumber Card = CardNumber.Parse("2200000000000004");

    private LabLoans(GatewayTerminal terminal, Actor receiver, IReadOnlyList<LabLoan> all) => (Terminal, Receiver, All) = (terminal, receiver, all);

    public GatewayTerminal Terminal { get; }

    public Actor Receiver { get; }

    public IReadOnlyList<LabLoan> All { get; }

    public static async Task<LabLoans> PostAsync(KvellDbContext db, Seals seals, int count, DateTime now)
    {
        var branch = Branch.Create(Guid.CreateVersion7(), "Ломбард №1", "ЛВЕС", Zone.Id, Money.FromRubles(100_000_000));
        var terminal = MakeTerminal(branch.Id, seals, now);
        var pledgor = Pledgor.Create(Guid.CreateVersion7(), Client(), now);
        db.AddRange(branch, terminal, pledgor, AccountingPolicy.Create(useKvell: true));
        return await PostAsync(db, branch, terminal, pledgor, Enumerable.Range(1, count), now, ordinal => ordinal % Misdated == 0);
    }

    /// <summary>Loans of a branch that is there already.</summary>
    /// <param name="ordinals">Of the documents: each is used once in a branch.</param>
    /// <param name="isMisdated">Which are of the day before; null: none.</param>
    public static async Task<LabLoans> PostAsync(
        KvellDbContext db, Branch branch, KvellTerminal terminal, Pledgor pledgor, IEnumerable<int> ordinals, DateTime now, Predicate<int>? isMisdated = null)
    {
        var actor = new Actor(Guid.NewGuid(), "Петрова Анна Сергеевна", [UserRole.Receiver], branch.Id);
        var loans = ordinals.Select(ordinal => Post(db, branch, pledgor, ordinal, actor, now, isMisdated?.Invoke(ordinal) == true)).ToList();
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return new LabLoans(new GatewayTerminal(terminal.Id, terminal.ApiKey, terminal.IsTest), actor, loans);
    }

    /// <summary>The branch's day.</summary>
    public static DateOnly DayOf(DateTime now) => BranchZone.DayOf(now, Zone);

    public PayoutOrder OrderFor(LabLoan loan) => new(loan.OperationId, Card, Terminal, Guid.Empty);

    private static LabLoan Post(KvellDbContext db, Branch branch, Pledgor pledgor, int ordinal, Actor by, DateTime now, bool isMisdated)
    {
        var amount = new Money(ordinal * 100);
        var draft = GroupDraft.Open(Guid.CreateVersion7(), branch.Id, by, now);
        draft.MarkPosted(now);
        var ticket = PledgeTicket.Create(branch.Id, draft.Id, 1, amount, amount, null);
        var number = string.Create(CultureInfo.InvariantCulture, $"ЛВЕС-{ordinal:D6}");
        var loanDate = BranchZone.DayOf(now, branch.Zone).AddDays(isMisdated ? -1 : 0);
        var operation = PledgeOperation.Post(number, ticket, pledgor, Guid.Empty, loanDate, Money.Zero, by, now);
        var topUp = CardTopUp.Create(number, operation, branch.Zone, by, now);
        db.AddRange(draft, ticket, operation, topUp);
        return new LabLoan(topUp.Id, operation.Id, draft.Id, number, amount);
    }

    private static KvellTerminal MakeTerminal(Guid branchId, Seals seals, DateTime now)
    {
        using var key = RSA.Create(2048);
        return KvellTerminal.Create(
            branchId, 1, Guid.NewGuid().ToString(), seals.TerminalSecret.SealText("lab-secret"), seals.TerminalKey.SealText(key.ExportPkcs8PrivateKeyPem()),
            null, isTest: true, Guid.Empty, now);
    }

    private static PledgorDetails Client() => new()
    {
        Name = new PersonName("Иванов", "Иван", "Иванович"),
        BirthDate = new DateOnly(1985, 3, 12),
        Document = new IdentityDocument(IdentityDocumentKind.RussianPassport, "4508", "123456", new DateOnly(2008, 4, 21), "ОВД", "710-031"),
    };
}
