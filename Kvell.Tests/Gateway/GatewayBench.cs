using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Domain.Settings;
using Kvell.Infrastructure.Gateway;
using Kvell.Infrastructure.Gateway.KvellApi;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Tests.Gateway;

/// <summary>The product's client over a real SQLite file with one terminal in it.</summary>
internal sealed class GatewayBench : IAsyncDisposable
{
    public const string Number = "0198c1de-7a52-7d10-9d3c-5f3f0a1b2c3d";
    public static readonly byte[] Body = """{"recipient_pan":"2200000000000004","amount":1600000,"transaction":"0198c1de-7a52-7d10-9d3c-5f3f0a1b2c3d","description":"Выплата"}"""u8.ToArray();

    // Making the whole schema is what costs in a bench: made once, copied after that.
    private static readonly Lazy<Task<byte[]>> EmptyDatabase = new(MakeEmptyDatabaseAsync);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kvell-gateway-");
    private readonly ServiceProvider _services;

    private GatewayBench(Action<IServiceCollection>? more, Dictionary<string, string?> settings)
    {
        settings["ConnectionStrings:Kvell"] = ConnectionString;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging().AddKvellPersistence(configuration);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<Seals>();
        more?.Invoke(services);
        services.AddKvellGateway(configuration);
        _services = services.BuildServiceProvider();
    }

    public IPayoutGateway Gateway => _services.GetRequiredService<IPayoutGateway>();

    /// <summary>Whether readiness lets a branch with this terminal pay.</summary>
    public async Task<bool> CanSignAsync(KvellTerminal terminal)
    {
        var trial = await Get<ITrialSignature>().TryAsync(terminal, SigningSettings.Default);
        return KvellReadiness.Of(AccountingPolicy.Create(useKvell: true), terminal, trial.KeysOpen, trial.Signing, isDemo: false).IsReady;
    }

    public Seals Seals => _services.GetRequiredService<Seals>();

    /// <summary>The vectors' api-key, secret and 2048-bit key.</summary>
    public GatewayTerminal Terminal { get; private set; } = null!;

    public static Task<GatewayBench> CreateAsync(Uri? url, params (string Key, string Value)[] settings) => CreateAsync(url, null, settings);

    public static async Task<GatewayBench> CreateAsync(Uri? url, Action<IServiceCollection>? more, params (string Key, string Value)[] settings)
    {
        var all = settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        if (url is not null)
            all["Kvell:TestUrl"] = all["Kvell:ProductionUrl"] = url.AbsoluteUri;
        var bench = new GatewayBench(more, all);
        var vector = SignatureVector.All.First(vector => vector.KeyId == "rsa2048");
        await File.WriteAllBytesAsync(bench.DatabasePath, await EmptyDatabase.Value);
        bench.Terminal = await bench.AddTerminalAsync(vector.ApiKey, vector.SecretKey, vector.PrivateKeyPem!);
        return bench;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>«Настройки работы с банком»</summary>
    public async Task SignByAsync(SigningKind kind, string path)
    {
        await using var db = await Contexts.CreateDbContextAsync();
        var settings = BankSettings.Create();
        settings.Change(new BankForm { Signature = kind, OpenSslPath = path }, Actor.Nobody, DateTime.UnixEpoch);
        db.Add(settings);
        await db.SaveChangesAsync();
    }

    public Task<GatewayAnswer> SendAsync() => Gateway.SendAsync(Terminal, Body, () => true);

    public async Task<GatewayTerminal> AddTerminalAsync(string apiKey, string? secret, string? pem, bool isTest = true)
    {
        var branch = Branch.Create(Guid.NewGuid(), "Ломбард", Guid.NewGuid().ToString()[..8], "Europe/Moscow", Money.Zero);
        var terminal = Sealed(branch.Id, apiKey, secret, pem, isTest);
        await using var db = await Contexts.CreateDbContextAsync();
        db.AddRange(branch, terminal);
        await db.SaveChangesAsync();
        return new GatewayTerminal(terminal.Id, apiKey, isTest);
    }

    public KvellTerminal Sealed(Guid branchId, string apiKey, string? secret, string? pem, bool isTest = true) => KvellTerminal.Create(
        branchId, 1, apiKey, secret is null ? null : Seals.TerminalSecret.SealText(secret), pem is null ? null : Seals.TerminalKey.SealText(pem),
        null, isTest, Guid.NewGuid(), DateTime.UnixEpoch);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (Directory.Exists(_folder.FullName))
            _folder.Delete(recursive: true);
    }

    private string DatabasePath => Path.Combine(_folder.FullName, "kvell.db");

    private string ConnectionString => $"Data Source={DatabasePath};Pooling=False";

    private static async Task<byte[]> MakeEmptyDatabaseAsync()
    {
        await using var bench = new GatewayBench(null, []);
        await using (var db = await bench.Contexts.CreateDbContextAsync())
        {
            await db.Database.EnsureCreatedAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return await File.ReadAllBytesAsync(bench.DatabasePath);
    }

    private IDbContextFactory<KvellDbContext> Contexts => _services.GetRequiredService<IDbContextFactory<KvellDbContext>>();
}
