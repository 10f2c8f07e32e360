using System.Security.Claims;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Handovers;
using AuraConsole.Web.Features.Handovers.Finding;
using AuraConsole.Web.Features.Handovers.Signing;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Handovers;

/// <summary>Handovers on a migrated database file of their own, which outlives a restart.</summary>
internal sealed class HandoverHouse : IDisposable
{
    public const int Coast = 7;

    public static readonly ClaimsPrincipal Thandi = User("user-1", "Thandi");
    public static readonly ClaimsPrincipal Sipho = User("user-2", "Sipho");
    public static readonly ClaimsPrincipal Lerato = User("user-3", "Lerato");

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"handovers-{Guid.NewGuid():N}.db");
    private readonly Dictionary<string, string?> _settings;
    private ServiceProvider _services;

    public HandoverHouse(bool allowSelf = false)
    {
        _settings = new() { ["Handover:AllowSelf"] = allowSelf ? "true" : "false" };
        MigratedFile.CopyTo(_file);
        _services = Build();
        using var db = Database();
        db.SiteGroups.Add(new SiteGroup { Id = Coast, Name = "Coast" });
        db.Sites.Add(new Site { Id = 1, AuraId = 1001, Reference = "DEPOT", Name = "Harbour Depot" });
        db.Sites.Add(new Site { Id = 2, AuraId = 1002, Reference = "PIER", Name = "Pier", GroupId = Coast });
        db.SaveChanges();
    }

    public ManualTimeProvider Time { get; } = new() { NoWaitUpTo = LiveFeed.Interval };

    public OutgoingDesk Outgoing => Get<OutgoingDesk>();

    public IncomingDesk Incoming => Get<IncomingDesk>();

    public HandoverQueries Queries => Get<HandoverQueries>();

    public static ClaimsPrincipal User(string id, string name, string role = Roles.Dispatcher) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, id), new Claim("auraconsole:display_name", name), new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, role)], "test"));

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ConsoleDbContext Database() => Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContext();

    public void Restart()
    {
        _services.Dispose();
        _services = Build();
    }

    public void Publish(params BoardRow[] rows) => Get<Web.Live.Board>().Publish(rows);

    public Task<IReadOnlyList<HandoverItem>> ListAsync(ClaimsPrincipal? user = null) =>
        Get<HandoverFinder>().FindAsync(Get<Scopes>().Of(user ?? Thandi), CancellationToken.None);

    /// <summary>Signs what there is.</summary>
    public async Task<HandoverResult> SignAsync(ClaimsPrincipal? user = null, Guid? form = null, string? notes = null) => await Outgoing.SignAsync(
        form ?? Guid.NewGuid(), notes, [.. (await ListAsync(user)).Select(item => (item.Kind, item.Subject))], user ?? Thandi, CancellationToken.None);

    public async Task<HandoverView> ViewAsync(int id, ClaimsPrincipal user) => (await Queries.FindAsync(id, user, CancellationToken.None))!;

    public async Task<HandoverResult> ConfirmAsync(int id, int index, ClaimsPrincipal user)
    {
        var item = (await ViewAsync(id, user)).Items[index];
        return await Incoming.ConfirmAsync(id, item.Id, item.ConfirmedById, user, CancellationToken.None);
    }

    public Task<HandoverResult> ReceiveAsync(int id, ClaimsPrincipal user) => Incoming.SignAsync(id, null, user, CancellationToken.None);

    public Task<IReadOnlyList<AuditRecord>> AuditAsync(int id) => Get<AuditLog>().AboutAsync($"handover:{id}", 50, CancellationToken.None);

    public async Task LimitAsync(ClaimsPrincipal user, bool withUngrouped, params int[] groups)
    {
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier)!;
        await using (var db = Database())
        {
            db.Users.Add(new ConsoleUser { Id = id, UserName = id, IsLimited = true, SeesUngrouped = withUngrouped });
            db.ScopedGroups.AddRange(groups.Select(group => new ScopedGroup { UserId = id, GroupId = group }));
            await db.SaveChangesAsync();
        }
        await Get<Scopes>().LoadAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        _services.Dispose();
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build());
        services.AddDbContextFactory<ConsoleDbContext>(options => options.UseSqlite($"Data Source={_file};Pooling=False"));
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<AuditLog>();
        services.AddLiveBoard();
        services.AddSingleton<CommandBoard>();
        services.AddHandovers();
        return services.BuildServiceProvider();
    }
}
