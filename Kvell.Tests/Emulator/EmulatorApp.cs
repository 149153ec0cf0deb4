using System.Net.Http.Json;
using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Gateway;
using Kvell.Infrastructure.Emulator;
using Kvell.Infrastructure.Gateway.KvellApi;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Kvell.Tests.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Kvell.Tests.Emulator;

/// <summary>An application with the product's client and emulator in it, and one terminal. Time stands still until a test moves it.</summary>
internal sealed class EmulatorApp : IAsyncDisposable
{
    public static readonly SignatureVector Keys = SignatureVector.All.First(vector => vector.KeyId == "rsa2048");
    public static readonly SignatureVector OtherKeys = SignatureVector.All.First(vector => vector.KeyId == "rsa4096");

    private readonly WebApplication _app;

    private EmulatorApp(string folder, IReadOnlyCollection<(string Key, string Value)> settings)
    {
        Folder = folder;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Demo:Enabled"] = "true",
            ["Kvell:RequestTimeout"] = "1.00:00:00",
            ["ConnectionStrings:Kvell"] = $"Data Source={Path.Combine(folder, "kvell.db")};Pooling=False",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton<Seals>().AddKvellPersistence(builder.Configuration);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        builder.Services.AddKvellGateway(builder.Configuration).AddKvellEmulator(builder.Configuration);
        _app = builder.Build();
        _app.MapKvellEmulator();
    }

    public string Folder { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2022, 10, 24, 9, 19, 10, TimeSpan.Zero));

    public GatewayTerminal Terminal { get; private set; } = null!;

    public IPayoutGateway Gateway => _app.Services.GetRequiredService<IPayoutGateway>();

    public EmulatorControl Control => _app.Services.GetRequiredService<EmulatorControl>();

    /// <summary>The application's own address, not the emulator's.</summary>
    public Uri MainUrl => new(_app.Urls.Single());

    public static string NewFolder() => Directory.CreateTempSubdirectory("kvell-emulator-").FullName;

    public static Task<EmulatorApp> StartAsync(params (string Key, string Value)[] settings) => StartAsync(NewFolder(), settings);

    /// <summary>A folder that an earlier one used: the same application, started again.</summary>
    public static async Task<EmulatorApp> StartAsync(string folder, params (string Key, string Value)[] settings)
    {
        var app = new EmulatorApp(folder, settings);
        await app._app.StartAsync(TestContext.Current.CancellationToken);
        await using var db = await app.ContextAsync();
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        var stored = await db.Set<KvellTerminal>().FirstOrDefaultAsync(TestContext.Current.CancellationToken);
        app.Terminal = stored is null
            ? await app.AddTerminalAsync(Keys.ApiKey, Keys.SecretKey, Keys.PrivateKeyPem!)
            : new GatewayTerminal(stored.Id, stored.ApiKey, stored.IsTest);
        return app;
    }

    public async Task<GatewayTerminal> AddTerminalAsync(string apiKey, string secret, string pem, Guid? branchId = null, int version = 1)
    {
        var seals = _app.Services.GetRequiredService<Seals>();
        await using var db = await ContextAsync();
        var branch = branchId ?? Guid.NewGuid();
        if (branchId is null)
            db.Add(Branch.Create(branch, "Ломбард", branch.ToString()[..8], "Europe/Moscow", Money.Zero));
        var terminal = KvellTerminal.Create(
            branch, version, apiKey, seals.TerminalSecret.SealText(secret), seals.TerminalKey.SealText(pem), null, isTest: true, Guid.NewGuid(), DateTime.UnixEpoch);
        db.Add(terminal);
        await db.SaveChangesAsync();
        return new GatewayTerminal(terminal.Id, apiKey, IsTest: true);
    }

    public async Task<Guid> BranchOfTerminalAsync()
    {
        await using var db = await ContextAsync();
        return await db.Set<KvellTerminal>().Where(terminal => terminal.Id == Terminal.TerminalId).Select(terminal => terminal.BranchId).SingleAsync();
    }

    public byte[] Payout(string card, long kopecks, string number) =>
        Gateway.Compose(new PayoutRequest(number, new Money(kopecks), CardNumber.Parse(card), "Выплата займа"));

    public Task<GatewayAnswer> PayAsync(string card, string number, long kopecks = 1_600_000) =>
        Gateway.SendAsync(Terminal, Payout(card, kopecks, number), () => true);

    public Task<GatewayAnswer> CheckAsync(string number) => Gateway.CheckAsync(Terminal, number, () => true);

    public async Task<IReadOnlyList<EmulatorOrder>> LedgerAsync() => await GetAsync<EmulatorOrder>("/emulator/ledger");

    public async Task<IReadOnlyList<EmulatorCall>> CallsAsync() => await GetAsync<EmulatorCall>("/emulator/calls");

    /// <summary>Stops, leaving the folder for the next start.</summary>
    public async Task StopAsync()
    {
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private Task<KvellDbContext> ContextAsync() =>
        _app.Services.GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    private async Task<List<T>> GetAsync<T>(string path)
    {
        using var http = new HttpClient { BaseAddress = MainUrl };
        return (await http.GetFromJsonAsync<List<T>>(path, TestContext.Current.CancellationToken))!;
    }
}
