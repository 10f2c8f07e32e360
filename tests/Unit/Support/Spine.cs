using AuraConsole.Integration;
using AuraConsole.Integration.Webhooks;
using AuraConsole.Unit.Integration;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Hosting.Faults;
using AuraConsole.Web.Live;
using AuraConsole.Web.Reconciliation;
using AuraConsole.Web.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;

namespace AuraConsole.Unit.Support;

/// <summary>
/// The console's spine as the host registers it, without a web server: a database file, a clock in the test's hand, and only those
/// workers running that a test starts.
/// </summary>
public sealed class Spine : IAsyncDisposable
{
    private readonly DirectoryInfo? _folder;
    private readonly ServiceProvider _services;
    private readonly Stack<IHostedService> _running = new();

    private Spine(string? file, Action<IServiceCollection>? more, Dictionary<string, string?>? settings)
    {
        _folder = file is null ? Directory.CreateTempSubdirectory("auraconsole-") : null;
        File = file ?? Path.Combine(_folder!.FullName, "console.db");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Console"] = $"Data Source={File}",
            ["Aura:BaseUrl"] = "http://127.0.0.1:9",
            ["Aura:ClientId"] = "simulator",
            ["Aura:ClientSecret"] = "simulator-secret",
            // the clock stands still, so nothing may wait for it inside a call
            ["Aura:ReadRetries"] = "0",
            ["Aura:AttemptTimeout"] = "00:02:00",
        }).AddInMemoryCollection(settings).Build();
        var environment = new HostingEnvironment { EnvironmentName = "Development", ContentRootPath = Path.GetDirectoryName(File)! };
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ILoggerProvider>(Logs);
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddConsoleDatabase(configuration, environment);
        services.AddAuraIntegration(configuration);
        services.AddValidatedOptions<ReconciliationOptions, ReconciliationOptionsValidator>(ReconciliationOptions.Section);
        services.AddLiveBoard();
        services.AddInbox();
        services.AddReconciliation();
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public string File { get; }

    public ManualTimeProvider Time { get; } = new();

    internal CollectedLogs Logs { get; } = new();

    public IServiceProvider Services => _services;

    public Board Board => _services.GetRequiredService<Board>();

    public UpstreamState Upstream => _services.GetRequiredService<UpstreamStatus>().Now;

    public CalloutWriter Writer => _services.GetRequiredService<CalloutWriter>();

    public InboxWriter Inbox => _services.GetRequiredService<InboxWriter>();

    public ReadRequests Reads => _services.GetRequiredService<ReadRequests>();

    /// <summary>Migrates the file and loads the board; starts nothing else.</summary>
    public static async Task<Spine> StartAsync(
        string? file = null, Action<IServiceCollection>? more = null, Dictionary<string, string?>? settings = null)
    {
        var spine = new Spine(file, more, settings);
        await spine.RunAsync<DatabaseStartup>();
        await spine.RunAsync<BoardStartup>();
        return spine;
    }

    /// <summary>Starts one of the console's workers; it is stopped with the rest.</summary>
    public async Task<TWorker> RunAsync<TWorker>()
        where TWorker : IHostedService
    {
        var worker = _services.GetServices<IHostedService>().OfType<TWorker>().Single();
        await worker.StartAsync(CancellationToken.None);
        _running.Push(worker);
        return worker;
    }

    /// <summary>Stores a delivery as the endpoint would. False: refused.</summary>
    public Task<bool> DeliverAsync(string body)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        Assert.True(AuraEventParser.TryParse(bytes, out var parsed));
        return Inbox.StoreAsync(parsed, bytes, Time.GetUtcNow());
    }

    /// <summary>Applies a delivered event at once, past the inbox. True when the callout should be read.</summary>
    public Task<bool> HappenAsync(string body, DateTimeOffset? at = null)
    {
        Assert.True(AuraEventParser.TryParse(System.Text.Encoding.UTF8.GetBytes(body), out var parsed));
        return Writer.WriteAsync(
            session => CalloutApply.EventAsync(session, parsed, parsed.Callout!, at ?? session.Now, deliveryId: 1), CancellationToken.None);
    }

    public async Task<T> ReadAsync<T>(Func<ConsoleDbContext, Task<T>> read)
    {
        await using var db = await _services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>The callout as it is on disk, its entries in the order in which they were written.</summary>
    public Task<Callout> CalloutAsync(long auraId) =>
        ReadAsync(db => db.Callouts.Include(c => c.Entries.OrderBy(e => e.Id)).AsNoTracking().SingleAsync(c => c.AuraId == auraId));

    public Task<List<Delivery>> DeliveriesAsync() => ReadAsync(db => db.Deliveries.AsNoTracking().OrderBy(d => d.Id).ToListAsync());

    /// <summary>Does something to the file that the console would not.</summary>
    public Task ExecuteAsync(string sql) => ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    public async ValueTask DisposeAsync()
    {
        while (_running.TryPop(out var worker))
            await worker.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        using (var pool = new SqliteConnection($"Data Source={File};Default Timeout=5"))
            SqliteConnection.ClearPool(pool);
        if (Directory.Exists(_folder?.FullName))
            _folder.Delete(recursive: true);
    }
}
