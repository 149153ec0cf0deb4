using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kvell.Tests.Hosting;

/// <summary>How a test wants its host.</summary>
public sealed record KvellHostOptions
{
    /// <summary>Stands in for the application's clock.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>Configuration above every other source: <c>["Kvell:RequestTimeout"] = "00:00:01"</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Changes to the container, after the application's own registrations.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Folder to work in, kept after the test: a second host on one SQLite file. Null makes one that goes with the host.</summary>
    public string? Folder { get; init; }

    /// <summary>The test is about SQLite, or looks at its file.</summary>
    public bool OnSqlite { get; init; }

    /// <summary>Start from nothing and seed, instead of from a copy of the seeded database.</summary>
    public bool FromNothing { get; init; }
}

/// <summary>
/// The application itself in the test's process, on a real port and a database of its own with the demo's data.
/// A browser reaches it at <see cref="Address"/>, a test's own code by <see cref="WebApplicationFactory{T}.Services"/>.
/// </summary>
public sealed class KvellHost : WebApplicationFactory<global::Program>
{
    private readonly KvellHostOptions _options;
    private readonly bool _ownsFolder;
    private readonly TestDatabase _database;
    private bool _isDisposed;

    public KvellHost()
        : this(new KvellHostOptions())
    {
    }

    internal KvellHost(KvellHostOptions options)
    {
        _options = options;
        _ownsFolder = options.Folder is null;
        Folder = options.Folder ?? Directory.CreateTempSubdirectory("kvell-test-").FullName;
        _database = _ownsFolder && !options.OnSqlite ? TestDatabase.Of(DatabaseFile, isPooled: true) : TestDatabase.Sqlite(DatabaseFile, isPooled: true);
        if (!options.FromNothing && _database.Provider == DatabaseProvider.Sqlite && !File.Exists(DatabaseFile))
            File.Copy(SeededDatabase.File, DatabaseFile);
        UseKestrel(0);
        StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary><c>http://127.0.0.1:43210/</c></summary>
    public Uri Address { get; }

    /// <summary>Holds the database, <c>logs</c> and whatever else the host writes.</summary>
    public string Folder { get; }

    public string DatabaseFile => Path.Combine(Folder, "kvell.db");

    public string ConnectionString => _database.ConnectionString;

    /// <summary>Its database, for a process beside it.</summary>
    public IEnumerable<(string Key, string Value)> DatabaseSettings => _database.Settings.Select(setting => (setting.Key, setting.Value!));

    /// <summary>Everything the host has logged; whole once it is disposed.</summary>
    public string LogText { get; private set; } = "";

    /// <summary>A client with a cookie jar of its own that follows no redirect and asks for pages.</summary>
    public HttpClient CreateVisitor() => Visitor.Create(Address);

    /// <summary>A client signed in as one of <see cref="DemoAccounts"/>.</summary>
    public async Task<HttpClient> SignInAsync(string userName, CancellationToken cancellationToken)
    {
        var visitor = CreateVisitor();
        using var answer = await visitor.PostSignInAsync(userName, DemoAccounts.Password, cancellationToken);
        return answer.Headers.Location is not null ? visitor : throw new InvalidOperationException($"{userName} was not signed in.");
    }

    public override async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        await base.DisposeAsync();
        _database.Dispose();
        LogText = string.Concat(Directory.EnumerateFiles(Folder, "kvell-*.log", SearchOption.AllDirectories).Order().Select(File.ReadAllText));
        if (_ownsFolder && Environment.GetEnvironmentVariable("KEEP") is null)
            Directory.Delete(Folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _database.Settings)
            builder.UseSetting(key, value);
        builder.UseSetting("Logs:Folder", Path.Combine(Folder, "logs"));
        builder.UseSetting("Logs:Console", "false");

        // A watcher for each host's settings file would soon use up the machine's.
        builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
        foreach (var (key, value) in _options.Settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            if (_options.Time is { } time)
                services.Replace(ServiceDescriptor.Singleton(time));
            _options.Services?.Invoke(services);
        });
    }
}
