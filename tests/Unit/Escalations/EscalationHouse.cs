using System.Security.Claims;
using AuraConsole.Unit.Handovers;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Alarm;
using AuraConsole.Web.Features.Escalations;
using AuraConsole.Web.Features.Escalations.Rules;
using AuraConsole.Web.Features.Escalations.Watching;
using AuraConsole.Web.Live;
using AuraConsole.Web.Reconciliation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AuraConsole.Unit.Escalations;

/// <summary>The rules on a clock that stands still, and on a database file that outlives a restart.</summary>
internal sealed class EscalationHouse : IDisposable
{
    public static readonly ClaimsPrincipal Admin = HandoverHouse.User("admin-1", "Ayanda", Roles.Admin);
    public static readonly ClaimsPrincipal Supervisor = HandoverHouse.User("user-1", "Thandi", Roles.Supervisor);
    public static readonly ClaimsPrincipal Other = HandoverHouse.User("user-2", "Sipho", Roles.Supervisor);
    public static readonly ClaimsPrincipal Dispatcher = HandoverHouse.User("user-3", "Lerato");

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"escalations-{Guid.NewGuid():N}.db");
    // the keys outlive a restart, as they do on disk
    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly Dictionary<string, string?> _settings;
    private ServiceProvider _services;

    private EscalationHouse(TimeProvider time, Dictionary<string, string?> settings)
    {
        (Clock, _settings) = (time, settings);
        MigratedFile.CopyTo(_file);
        _services = Build();
    }

    public ManualTimeProvider Time => (ManualTimeProvider)Clock;

    public EscalationBook Book => Get<EscalationBook>();

    private TimeProvider Clock { get; }

    /// <summary>Without any rules, unless the shipped ones are asked for.</summary>
    public static async Task<EscalationHouse> StartAsync(bool shipped = false, TimeProvider? time = null, Dictionary<string, string?>? settings = null)
    {
        var house = new EscalationHouse(time ?? new ManualTimeProvider { NoWaitUpTo = LiveFeed.Interval }, settings ?? []);
        await house.BeginAsync();
        if (shipped)
            return house;
        await using (var db = house.Database())
            await db.EscalationRules.ExecuteDeleteAsync();
        await house.Book.LoadAsync(CancellationToken.None);
        return house;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A service that runs beside the pages, by name: it is internal to the console.</summary>
    public IHostedService Service(string name) => _services.GetServices<IHostedService>().Single(service => service.GetType().Name == name);

    public ConsoleDbContext Database() => Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContext();

    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = Build();
        await BeginAsync();
    }

    public void Publish(params BoardRow[] rows) => Get<Web.Live.Board>().Publish(rows);

    public async Task<EscalationRule> RuleAsync(EscalationKind kind, int threshold = 120, bool webhook = false, bool withTests = false)
    {
        var input = new RuleInput { Name = $"{kind} {threshold}", Kind = kind, Threshold = $"{threshold}", WithSound = true, ByWebhook = webhook, WithTests = withTests };
        return (await Get<RuleDesk>().SaveAsync(null, Guid.Empty, input, Admin, CancellationToken.None)).Rule!;
    }

    /// <summary>Time goes on, and the rules look.</summary>
    public async Task LookAsync(TimeSpan later = default)
    {
        if (later > TimeSpan.Zero)
            Time.Advance(later);
        await Get<EscalationWatch>().LookAsync(CancellationToken.None);
    }

    public async Task<List<EscalationFiring>> FiringsAsync()
    {
        await using var db = Database();
        return await db.EscalationFirings.AsNoTracking().OrderBy(firing => firing.Id).ToListAsync();
    }

    public async Task<List<string>> AuditedAsync()
    {
        await using var db = Database();
        return await db.AuditRecords.AsNoTracking().Where(record => record.Kind == "escalation.fired" || record.Kind == "escalation.ended" || record.Kind == "escalation.acknowledged")
            .OrderBy(record => record.Id).Select(record => record.Kind).ToListAsync();
    }

    public void Dispose()
    {
        _services.Dispose();
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }

    private Task BeginAsync() => Service("EscalationStartup").StartAsync(CancellationToken.None);

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build());
        services.AddDbContextFactory<ConsoleDbContext>(options => options.UseSqlite($"Data Source={_file};Pooling=False"));
        services.AddSingleton(Clock);
        services.AddSingleton<IDataProtectionProvider>(_keys);
        services.AddSingleton<AuditLog>();
        services.AddOptions<ReconciliationOptions>();
        services.AddLiveBoard();
        services.AddAlarm();
        services.AddEscalations();
        return services.BuildServiceProvider();
    }
}
