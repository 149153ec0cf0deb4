using System.Net;
using System.Security.Cryptography;
using System.Text;
using Kvell.Domain.Branches;
using Kvell.Infrastructure.Branches.Keys;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Kvell.Tests.Settings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kvell.Tests.Branches;

/// <summary>Tab «KVELL» by its use-cases: immutable versions, keys that are told and never shown.</summary>
public sealed class TerminalTests(KvellHost host) : IClassFixture<KvellHost>
{
    private static readonly byte[] PublicFile = Encoding.UTF8.GetBytes("Публичный ключ ломбарда\r\n" + PublicPem().ReplaceLineEndings("\r\n") + "\r\n\r\n");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_save_makes_the_next_version_and_leaves_the_older_as_they_were()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var before = await AllAsync(desk.First);
        Assert.True((await desk.SaveTerminalAsync(form => form.ApiKey = " 3F0C8A52-6F1D-4B7E-9C55-0D2F6A7B1E90 ")).IsSaved);

        var after = await AllAsync(desk.First);
        var made = after[^1];
        Assert.Equal(before.Count + 1, after.Count);
        Assert.Equal(
            before.Select(row => (row.Id, row.ApiKey, row.Version, Convert.ToHexString(row.SealedPrivateKey ?? []))),
            after.SkipLast(1).Select(row => (row.Id, row.ApiKey, row.Version, Convert.ToHexString(row.SealedPrivateKey ?? []))));
        Assert.Equal(("3F0C8A52-6F1D-4B7E-9C55-0D2F6A7B1E90", desk.Actor.UserId), (made.ApiKey, made.CreatedBy));
        Assert.Equal(before[^1].SealedSecret, made.SealedSecret);
        Assert.Equal(before[^1].SealedPrivateKey, made.SealedPrivateKey);
        var listed = (await desk.TerminalAsync()).Versions;
        Assert.Equal(after.Select(row => row.Version).OrderDescending(), listed.Select(version => version.Version));
        Assert.All(listed, version => Assert.Equal("Лебедев Николай Петрович", version.By));
    }

    [Fact]
    public async Task Who_saves_an_older_page_is_told_and_saves_nothing()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var seen = (await desk.TerminalAsync()).Stored.Version;
        Assert.True((await desk.SaveTerminalAsync(form => form.ApiKey = Guid.NewGuid().ToString())).IsSaved);
        var answer = await desk.SaveTerminalAsync(form => form.ApiKey = Guid.NewGuid().ToString(), seen: seen);
        Assert.True(answer.IsStale);
        Assert.Equal(seen + 1, (await desk.TerminalAsync()).Stored.Version);
    }

    [Fact]
    public async Task Two_who_save_at_once_make_one_version()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var seen = (await desk.TerminalAsync()).Stored.Version;
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => desk.SaveTerminalAsync(form => form.ApiKey = Guid.NewGuid().ToString(), seen: seen))));
        Assert.Single(answers, answer => answer.IsSaved);
        Assert.Equal(5, answers.Count(answer => answer.IsStale));
    }

    [Theory]
    [InlineData("не UUID", "", TerminalForm.ApiKeyField)]
    [InlineData("{3f0c8a52-6f1d-4b7e-9c55-0d2f6a7b1e90}", "", TerminalForm.ApiKeyField)]
    [InlineData("", "две\nстроки", TerminalForm.SecretField)]
    public async Task What_is_typed_wrong_is_refused_at_its_field_and_not_repeated(string apiKey, string secret, string field)
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var before = (await desk.TerminalAsync()).Stored.Version;
        var refusal = Assert.Single((await desk.SaveTerminalAsync(form => form.ApiKey = apiKey, new TerminalSecrets(secret, null, null))).Refusals);
        Assert.Equal(field, refusal.Field);
        if (secret.Length > 0)
            Assert.DoesNotContain(secret, refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(before, (await desk.TerminalAsync()).Stored.Version);
    }

    [Fact]
    public async Task In_the_demo_a_terminal_that_is_no_test_one_is_refused()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var refusal = Assert.Single((await desk.SaveTerminalAsync(form => form.IsTest = false)).Refusals);
        Assert.Equal((TerminalForm.TestField, SaveTerminal.OnlyTestInDemo), (refusal.Field, refusal.Sentence));
    }

    [Fact]
    public async Task A_public_key_comes_back_byte_for_byte_and_a_mismatch_is_said_and_blocks_nothing()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var loaded = await desk.Get<LoadPublicKey>().ExecuteAsync(desk.Actor, PublicFile, Token);
        Assert.True((await desk.SaveTerminalAsync(secrets: SettingsDesk.NothingNew with { PublicKey = loaded.Key })).IsSaved);

        using var admin = await host.SignInAsync("admin", Token);
        Assert.Equal(PublicFile, await admin.GetByteArrayAsync(new Uri($"/branches/{desk.First}/public-key", UriKind.Relative), Token));
        var view = await desk.TerminalAsync();
        Assert.True(view.IsMismatched);
        Assert.True(view.Readiness.IsReady);
    }

    [Theory]
    [InlineData("fullrights")]
    [InlineData("receiver")]
    public async Task Only_an_administrator_takes_the_public_key_away(string user)
    {
        var desk = await SettingsDesk.OpenAsync(host);
        using var visitor = await host.SignInAsync(user, Token);
        using var answer = await visitor.GetAsync(new Uri($"/branches/{desk.First}/public-key", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Full_rights_see_that_keys_are_there_and_nothing_of_them()
    {
        var view = await (await SettingsDesk.OpenAsync(host, "fullrights")).TerminalAsync();
        Assert.Equal((true, true, true), (view.HasSecret, view.HasPrivateKey, view.HasPublicKey));
        Assert.Equal((null, null, null), (view.SecretFingerprint, view.PrivateKey, view.PublicFingerprint));
    }

    [Fact]
    public async Task A_made_pair_is_RSA_4096_and_belongs_together()
    {
        var desk = await SettingsDesk.OpenAsync(host);
        var (made, published) = await desk.Get<GenerateKeys>().ExecuteAsync(desk.Actor, Token);
        Assert.Equal(4096, made.Bits);
        Assert.Equal(made.Fingerprint, published.Fingerprint);
        using var key = RSA.Create();
        key.ImportFromPem(Encoding.ASCII.GetString(published.Bytes));
        Assert.Equal((4096, made.Fingerprint), (key.KeySize, Keys.Print(key.ExportSubjectPublicKeyInfo())));
    }

    private async Task<List<KvellTerminal>> AllAsync(Guid branchId)
    {
        using var desk = await PayoutDesk.OpenAsync(host);
        await using var db = await desk.DatabaseAsync();
        return await db.Set<KvellTerminal>().AsNoTracking().Where(row => row.BranchId == branchId).OrderBy(row => row.Version).ToListAsync(Token);
    }

    private static string PublicPem()
    {
        using var key = RSA.Create(2048);
        return key.ExportSubjectPublicKeyInfoPem();
    }
}
