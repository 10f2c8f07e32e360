using System.Security.Claims;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Features.Sites.Showing;
using AuraConsole.Web.Live;
using AuraConsole.Web.SiteCare;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Sites;

/// <summary>All of the sites slice on a database file of its own, with <see cref="FakeSitesApi"/> for AURA.</summary>
internal sealed class SitesHouse : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"sites-{Guid.NewGuid():N}.db");
    private readonly ServiceProvider _services;

    public SitesHouse()
    {
        var services = new ServiceCollection();
        AddTo(services);
        _services = services.BuildServiceProvider();
        MigratedFile.CopyTo(_file);
    }

    public static ClaimsPrincipal Admin { get; } = User(Roles.Admin);

    public FakeSitesApi Aura { get; } = new();

    public ManualTimeProvider Time { get; } = new() { NoWaitUpTo = LiveFeed.Interval };

    public SiteDirectory Directory => Get<SiteDirectory>();

    public SiteCommands Commands => Get<SiteCommands>();

    public SiteQueries Queries => Get<SiteQueries>();

    public SiteSearch Search => Get<SiteSearch>();

    public static ClaimsPrincipal User(string role) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, "u1"), new Claim(ClaimTypes.Name, "Thandi"), new Claim(ClaimTypes.Role, role)], "test"));

    public static SiteDetails Details(string reference = "depot", string? name = "Harbour Depot") => new()
    {
        Reference = reference,
        Name = name,
        Latitude = -33.9,
        Longitude = 18.42,
        Address = "9 Dock Road",
        TypeId = 3,
    };

    /// <summary>The same services for a bUnit context; the database is this house's.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddDbContextFactory<ConsoleDbContext>(options => options.UseSqlite($"Data Source={_file};Pooling=False"));
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ISitesApi>(Aura);
        services.AddSingleton<UserPreferences>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddMetrics();
        services.AddLiveBoard();
        services.AddSiteCare();
        services.AddSites();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ConsoleDbContext Context() => Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContext();

    public Task<SiteSyncResult> SyncAsync(bool removeMany = false) => Directory.SyncAsync(removeMany, CancellationToken.None);

    /// <summary>A site that both AURA and the console have.</summary>
    public async Task<Site> BothHaveAsync(string reference = "depot", string? name = null)
    {
        Aura.Has(reference, name);
        await SyncAsync();
        return (await FindAsync(reference))!;
    }

    /// <summary>The newest row on a reference.</summary>
    public async Task<Site?> FindAsync(string reference)
    {
        await using var context = Context();
        return await context.Sites.AsNoTracking().Where(site => site.Reference == reference).OrderByDescending(site => site.Id).FirstOrDefaultAsync();
    }

    public async Task AddAsync(params Site[] sites)
    {
        await using var context = Context();
        context.Sites.AddRange(sites);
        await context.SaveChangesAsync();
    }

    public void Dispose()
    {
        _services.Dispose();
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }
}
