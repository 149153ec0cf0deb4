using System.Text;
using Kvell.Domain.Branches;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Branches.Keys;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Settings;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Gateway;
using Kvell.Tests.Hosting;
using Xunit;

namespace Kvell.Tests.Settings;

/// <summary>Each part taken away: said on opening, said at the press, and no call, however far the press had come.</summary>
public sealed class ReadinessTests(KvellHost host) : IClassFixture<KvellHost>
{
    private static readonly string Pem = SignatureVector.All.First(vector => vector.KeyId == "rsa2048").PrivateKeyPem!;

    public static TheoryData<string, string> Parts => new()
    {
        { "flag", "выключено в учетной политике" },
        { "identifier", "идентификатор терминала KVELL" },
        { "secret", "секретный ключ терминала KVELL" },
        { "private key", "приватный ключ" },
        { "no path", "путь к OpenSSL" },
        { "wrong path", "на сервере такая программа не запускается" },
        { "no program", "на сервере такая программа не запускается" },
        { "not OpenSSL", "не OpenSSL 1.1.1 или новее" },
        { "LibreSSL", "не OpenSSL 1.1.1 или новее" },
        { "an old OpenSSL", "не OpenSSL 1.1.1 или новее" },
        { "an OpenSSL that can't sign", "исправный OpenSSL" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task A_part_taken_away_is_named_and_nothing_is_called(string part, string named)
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var draft = await desk.PostedAsync("1500");
        var offer = await desk.OfferAsync(draft);
        Assert.Null(offer.Answer);
        var before = (await desk.Emulator.CallsAsync()).Count;
        using var program = await TakeAwayAsync(part);

        var shown = await desk.Get<ShowGroupPayouts>().ExecuteAsync(desk.Actor, new LoanScope(draft), TestContext.Current.CancellationToken);
        if (part == "flag")
            Assert.Equal((false, null), (shown.IsKvellInUse, shown.NotReady));
        else
            Assert.Contains(named, shown.NotReady!, StringComparison.Ordinal);
        Assert.Contains(named, (await desk.PayAsync(offer))!.Sentence, StringComparison.Ordinal);
        Assert.Contains(named, (await desk.OfferAsync(draft)).Answer!, StringComparison.Ordinal);
        Assert.Equal(before, (await desk.Emulator.CallsAsync()).Count);
        Assert.Empty(await desk.TopUpsAsync(draft));

        await GiveBackAsync();
        Assert.Null((await desk.OfferAsync(draft)).Answer);
    }

    [Fact]
    public async Task A_program_exchanged_behind_the_same_path_is_noticed_at_the_press()
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        var settings = await SettingsDesk.OpenAsync(host);
        using var program = new OpenSslStandIn("exec $OPENSSL \"$@\"");
        await settings.SignByAsync(SigningKind.OpenSsl, program.Path);
        var draft = await desk.PostedAsync("1500");
        var offer = await desk.OfferAsync(draft);
        Assert.Null(offer.Answer);
        var before = (await desk.Emulator.CallsAsync()).Count;
        program.Write("echo BusyBox 1.36 and some more words to be another file");
        Assert.Contains("не OpenSSL", (await desk.PayAsync(offer))!.Sentence, StringComparison.Ordinal);
        Assert.Equal(before, (await desk.Emulator.CallsAsync()).Count);
        await GiveBackAsync();
    }

    private async Task<OpenSslStandIn?> TakeAwayAsync(string part)
    {
        var settings = await SettingsDesk.OpenAsync(host);
        switch (part)
        {
            case "flag":
                await settings.ChangePolicyAsync(form => form.UseKvell = false);
                return null;
            case "identifier":
                Assert.True((await settings.SaveTerminalAsync(form => form.ApiKey = "")).IsSaved);
                return null;
            case "secret" or "private key":
                await StripAsync(part);
                return null;
            case "no path" or "wrong path":
                await settings.SignByAsync(SigningKind.OpenSsl, part == "no path" ? "" : "/no/such/openssl");
                return null;
            default:
                var program = new OpenSslStandIn(part switch
                {
                    "LibreSSL" => "echo LibreSSL 3.8.2",
                    "an old OpenSSL" => "echo OpenSSL 1.0.2k-fips  26 Jan 2017",
                    "an OpenSSL that can't sign" => "[ \"$1\" = version ] && echo OpenSSL 3.0.13 30 Jan 2024 && exit; echo oops >&2; exit 1",
                    _ => "echo hello",
                });
                if (part == "no program")
                    File.WriteAllText(program.Path, "not a program");
                await settings.SignByAsync(SigningKind.OpenSsl, program.Path);
                return program;
        }
    }

    /// <summary>Pages can't empty a key; a terminal that was never given one looks like this.</summary>
    private async Task StripAsync(string part)
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        await using var db = await desk.DatabaseAsync();
        var now = (await KvellReadinessCheck.LatestTerminalAsync(db, desk.Actor.BranchId!.Value, TestContext.Current.CancellationToken))!;
        db.Add(KvellTerminal.Create(
            now.BranchId, now.Version + 1, now.ApiKey, part == "secret" ? null : now.SealedSecret, part == "secret" ? now.SealedPrivateKey : null, null, true,
            desk.Actor.UserId, now.CreatedAt));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task GiveBackAsync()
    {
        var settings = await SettingsDesk.OpenAsync(host);
        await settings.ChangePolicyAsync(form => form.UseKvell = true);
        await settings.SignByAsync(SigningKind.BuiltIn, "");
        var key = (await settings.Get<LoadPrivateKey>().ExecuteAsync(
            settings.Actor, Encoding.ASCII.GetBytes(Pem), null, TestContext.Current.CancellationToken)).Key;
        Assert.True((await settings.SaveTerminalAsync(form => form.ApiKey = Guid.NewGuid().ToString(), new("secret-of-the-shop", key, null))).IsSaved);
    }
}
