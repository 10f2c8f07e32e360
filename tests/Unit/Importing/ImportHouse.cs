using System.Security.Claims;
using System.Text;
using AuraConsole.Integration;
using AuraConsole.Integration.Api;
using AuraConsole.Unit.Sites;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites;
using AuraConsole.Web.Features.Sites.Importing;
using AuraConsole.Web.Features.Sites.Importing.Applying;
using AuraConsole.Web.Features.Sites.Importing.FullSync;
using AuraConsole.Web.Features.Sites.Importing.Reading;
using AuraConsole.Web.Live;
using AuraConsole.Web.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Importing;

/// <summary>All of the import on a database and a folder of its own; the worker's steps are taken by hand.</summary>
internal sealed class ImportHouse : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("import-");
    private ServiceProvider _services;

    public ImportHouse()
    {
        _services = Build();
        using var db = Database();
        db.Database.Migrate();
    }

    public static ClaimsPrincipal Thandi { get; } = User("u1", "Thandi", Roles.Admin);

    public static ClaimsPrincipal Sipho { get; } = User("u2", "Sipho", Roles.Admin);

    public static ClaimsPrincipal Dispatcher { get; } = User("u3", "Lerato", Roles.Dispatcher);

    public FakeSitesApi Aura { get; } = new();

    public FakeSitesCsv Csv => field ??= new FakeSitesCsv(Aura);

    public ManualTimeProvider Time { get; } = new() { NoWaitUpTo = LiveFeed.Interval };

    public ImportDrafts Drafts => Get<ImportDrafts>();

    public ImportReader Reader => Get<ImportReader>();

    public ImportRuns Runs => Get<ImportRuns>();

    public ImportCallbacks Callbacks => Get<ImportCallbacks>();

    public Dictionary<string, string?> Settings { get; } = new() { ["Webhook:PublicUrl"] = "https://console.example/webhooks/aura" };

    public string Folder => Path.Combine(_folder.FullName, "imports");

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ConsoleDbContext Database() => Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContext();

    public void AddTo(IServiceCollection services)
    {
        Settings["Import:Folder"] = Folder;
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build());
        services.AddDbContextFactory<ConsoleDbContext>(options => options.UseSqlite($"Data Source={Path.Combine(_folder.FullName, "console.db")};Pooling=False"));
        services.AddSingleton<WriteGate>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<UpstreamStatus>();
        services.AddSingleton<ISitesApi>(Aura);
        services.AddSingleton<ISitesCsvApi>(Csv);
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section);
        services.AddOptions<AuraOptions>();
        services.AddSites();
        services.AddSiteImport();
    }

    /// <summary>Another process on the same disk.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = Build();
    }

    public async Task<ImportDraft> BringAsync(string text, ClaimsPrincipal? user = null, Encoding? encoding = null) =>
        await Drafts.BringAsync(new MemoryStream((encoding ?? new UTF8Encoding(false)).GetBytes(text)), "sites.csv", user ?? Thandi, CancellationToken.None);

    /// <summary>Brings a file, takes the columns as guessed, and reads it.</summary>
    public async Task<FileContents> ReadAsync(string text)
    {
        var draft = await BringAsync(text);
        var head = Reader.Head(draft);
        var (mapping, _) = await Drafts.MappingAsync(draft, head.Header, CancellationToken.None);
        await Drafts.MapAsync(head.Header, mapping, Thandi, CancellationToken.None);
        return await Reader.ReadAsync(draft, mapping, CancellationToken.None);
    }

    public async Task<ImportAnswer> StartAsync(string text, ImportWay way = ImportWay.Rest, bool withRemovals = false)
    {
        await ReadAsync(text);
        return await Runs.StartAsync(way, withRemovals, Thandi, CancellationToken.None);
    }

    /// <summary>Steps until there is nothing more to do, or AURA does not answer, or a person or the callback is waited for.</summary>
    public async Task WorkAsync(int most = 1000)
    {
        for (var step = 0; step < most && await Get<ImportWorker>().StepAsync(CancellationToken.None) == TimeSpan.Zero; step++)
        {
            // on to the next one
        }
    }

    public async Task<ImportRun> RunAsync()
    {
        await using var db = Database();
        return await db.ImportRuns.AsNoTracking().OrderByDescending(run => run.StartedAt).FirstAsync();
    }

    public async Task<List<ImportRunRow>> RowsAsync()
    {
        await using var db = Database();
        return await db.ImportRunRows.AsNoTracking().OrderBy(row => row.Number).ToListAsync();
    }

    public async Task<List<AuditRecord>> AuditAsync()
    {
        await using var db = Database();
        return await db.AuditRecords.AsNoTracking().ToListAsync();
    }

    public async Task<IReadOnlyList<string>> AuraReferencesAsync() => [.. (await Aura.ListAsync()).Select(site => site.Reference).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static ClaimsPrincipal User(string id, string name, string role) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, id), new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, role)], "test"));

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        AddTo(services);
        return services.BuildServiceProvider();
    }
}
