using System.Security.Claims;
using AuraConsole.Integration.Api;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Patrols;
using AuraConsole.Web.Features.Patrols.Scheduling;
using AuraConsole.Web.Features.Patrols.Watching;
using AuraConsole.Web.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AuraConsole.Unit.Patrols;

/// <summary>All of the patrols slice on a migrated database file of its own; it is 2026-05-04 09:00 UTC.</summary>
internal sealed class PatrolHouse : IDisposable
{
    public const int SiteId = 1;
    public const int OtherSiteId = 2;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"patrols-{Guid.NewGuid():N}.db");
    private readonly ServiceProvider _services;

    public PatrolHouse()
    {
        var services = new ServiceCollection();
        AddTo(services);
        _services = services.BuildServiceProvider();
        using var db = Database();
        db.Database.Migrate();
        db.SiteGroups.Add(new SiteGroup { Id = 7, Name = "Retail" });
        db.Sites.Add(Site(SiteId, "DEPOT", null));
        db.Sites.Add(Site(OtherSiteId, "MALL", 7));
        db.SaveChanges();
    }

    public static ClaimsPrincipal Dispatcher { get; } = User("u1", Roles.Dispatcher);

    public static ClaimsPrincipal Other { get; } = User("u2", Roles.Dispatcher);

    public FakeScheduledApi Aura { get; } = new();

    public ManualTimeProvider Time { get; } = new() { NoWaitUpTo = LiveFeed.Interval };

    public PatrolCommands Commands => Get<PatrolCommands>();

    public VisitMarks Marks => Get<VisitMarks>();

    public static ClaimsPrincipal User(string id, string role) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, id), new Claim(ClaimTypes.Name, id), new Claim(ClaimTypes.Role, role)], "test"));

    /// <summary>In an hour, for an hour, at the depot in Johannesburg (UTC+2).</summary>
    public static PatrolRequest Request(int minutesAhead = 60) => new()
    {
        FormId = Guid.NewGuid(),
        SiteId = SiteId,
        CustomerAuraId = 450_001,
        ServiceType = "guarding",
        Name = "Night round",
        TimeZoneId = "Africa/Johannesburg",
        FirstDate = new DateOnly(2026, 5, 4),
        StartTime = new TimeOnly(11, 0).AddMinutes(minutesAhead),
        Minutes = 60,
    };

    public void AddTo(IServiceCollection services)
    {
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddDbContextFactory<ConsoleDbContext>(options => options.UseSqlite($"Data Source={_file};Pooling=False"));
        services.AddSingleton<WriteGate>();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<UpstreamStatus>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<Scopes>();
        services.AddSingleton<IScheduledServicesApi>(Aura);
        services.AddPatrols();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ConsoleDbContext Database() => Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContext();

    public Task RestartAsync() => _services.GetServices<IHostedService>().Single(service => service is PatrolTakeOver).StartAsync(CancellationToken.None);

    /// <summary>One round of the patrols' clock.</summary>
    public async Task LookAsync()
    {
        await Get<PatrolLayout>().LayOutAsync(CancellationToken.None);
        await Get<PatrolWatch>().LookAsync(CancellationToken.None);
    }

    public async Task<int> ScheduledAsync(PatrolRequest? request = null) => (await Commands.ScheduleAsync(request ?? Request(), Dispatcher)).PatrolId!.Value;

    public Task<PatrolOutcome> CancelAsync(int id, ClaimsPrincipal? by = null) => Commands.CancelAsync(id, Guid.NewGuid(), "Client moved out", by ?? Dispatcher);

    public async Task<Patrol> PatrolAsync(int id)
    {
        await using var db = Database();
        return await db.Patrols.AsNoTracking().Include(p => p.Commands).Include(p => p.Occurrences).SingleAsync(p => p.Id == id);
    }

    public async Task<PatrolOccurrence> VisitAsync(int patrolId) => (await PatrolAsync(patrolId)).Occurrences.MinBy(visit => visit.StartsAt)!;

    public async Task LimitAsync(string userId, bool withUngrouped, params int[] groups)
    {
        await using (var db = Database())
        {
            db.Users.Add(new ConsoleUser { Id = userId, UserName = userId, DisplayName = userId, IsLimited = true, SeesUngrouped = withUngrouped });
            db.ScopedGroups.AddRange(groups.Select(group => new ScopedGroup { UserId = userId, GroupId = group }));
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

    private static Site Site(int id, string reference, int? group) => new()
    {
        Id = id,
        AuraId = 1000 + id,
        Reference = reference,
        Name = reference,
        Latitude = -33.9,
        Longitude = 18.4,
        Address = "9 Dock Road",
        GroupId = group,
    };
}
