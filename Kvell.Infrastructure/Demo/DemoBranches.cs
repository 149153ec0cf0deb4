using System.Security.Cryptography;
using System.Text;
using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Demo;

/// <summary>Two branches: one ready to pay to cards, one with the policy's flag on and no keys.</summary>
internal sealed class DemoBranches(Seals seals, TimeProvider time) : IDemoSeeder
{
    public static readonly Guid FirstId = Guid.Parse("0b1a9c5e-0000-4000-8000-000000000001");
    public static readonly Guid SecondId = Guid.Parse("0b1a9c5e-0000-4000-8000-000000000002");

    public const string Zone = "Europe/Moscow";
    private const string BlankSeries = "ГП";
    private const int KeySize = 4096;
    private static readonly TimeSpan BlanksCameBefore = TimeSpan.FromDays(7);

    /// <summary>The imported request log's last document is ЛВЕС-000013.</summary>
    private const int LastImportedNumber = 13;

    private static readonly FirmDetails Firm = new("ООО «Ломбард Квелл»", "300041, г. Тула, пр. Ленина, д. 40", "ИНН 7107000018, ОГРН 1227100000018");

    public int Order => 10;

    public async Task SeedAsync(KvellDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Set<Branch>().AnyAsync(branch => branch.Id == FirstId, cancellationToken))
            return;
        db.Add(AccountingPolicy.Create(useKvell: true, Firm));
        AddBranch(db, Branch.Create(FirstId, "Ломбард №1", "ЛВЕС", Zone, Money.FromRubles(250_000)), LastImportedNumber, firstBlank: 63, blanks: 138);
        AddBranch(db, Branch.Create(SecondId, "Ломбард №2", "ЛВТР", Zone, Money.FromRubles(120_000)), lastNumber: 0, firstBlank: 401, blanks: 50);
        db.Add(CreateTerminal());
    }

    private void AddBranch(KvellDbContext db, Branch branch, int lastNumber, int firstBlank, int blanks)
    {
        db.Add(branch);
        foreach (var kind in Enum.GetValues<DocumentKind>().Where(kind => kind != DocumentKind.PlainTicket))
            db.Add(DocumentCounter.Start(branch.Id, kind, lastNumber));
        var administrator = DemoAccounts.All[^1];
        var received = BlankRange.Receive(
            branch.Id, BlankSeries, firstBlank, firstBlank + blanks - 1, new Actor(administrator.Id, administrator.FullName, [], null), time.GetUtcNow().UtcDateTime - BlanksCameBefore);
        db.Add(received);
        db.AddRange(received.Blanks());
    }

    private KvellTerminal CreateTerminal()
    {
        using var key = RSA.Create(KeySize);
        return KvellTerminal.Create(
            FirstId,
            version: 1,
            apiKey: Guid.NewGuid().ToString(),
            seals.TerminalSecret.SealText(RandomNumberGenerator.GetHexString(32, lowercase: true)),
            seals.TerminalKey.SealText(key.ExportPkcs8PrivateKeyPem()),
            Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()),
            isTest: true,
            DemoAccounts.All[^1].Id,
            time.GetUtcNow().UtcDateTime);
    }
}
