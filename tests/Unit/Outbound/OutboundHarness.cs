using AuraConsole.Integration;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Integration.Webhooks;
using AuraConsole.Unit.Integration;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Outbound.Settling;
using AuraConsole.Web.Webhooks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AuraConsole.Unit.Outbound;

/// <summary>
/// The outbound part as the host registers it, on a database file of its own; AURA is a fake, or a real address. The process can be
/// ended and started anew on the same file.
/// </summary>
internal sealed class OutboundHarness : IAsyncDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    public static readonly Operator Thandi = new("user-1", "Thandi");
    public static readonly Operator Sipho = new("user-2", "Sipho");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("auraconsole-outbound-");
    private readonly Uri? _aura;
    private ServiceProvider _services;

    private OutboundHarness(Uri? aura)
    {
        _aura = aura;
        _services = Build();
    }

    public FakeCallouts Aura { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public CollectedLogs Logs { get; } = new();

    public Site Site { get; private set; } = null!;

    public Site OtherSite { get; private set; } = null!;

    public CalloutCommands Commands => Get<CalloutCommands>();

    public CommandBoard Board => Get<CommandBoard>();

    private DateTimeOffset Now => _aura is null ? Time.GetUtcNow() : TimeProvider.System.GetUtcNow();

    private CommandSettler Settler => _services.GetServices<IHostedService>().OfType<CommandSettler>().Single();

    public static async Task<OutboundHarness> StartAsync(Uri? aura = null, long siteAuraId = 501, string reference = "SITE-1")
    {
        var harness = new OutboundHarness(aura);
        await using var db = await harness.DbAsync();
        await db.Database.EnsureCreatedAsync();
        db.Sites.Add(harness.Site = new Site { AuraId = siteAuraId, Reference = reference, Name = "Marula House", Address = "1 Jacaranda Road" });
        db.Sites.Add(harness.OtherSite = new Site { AuraId = 777, Reference = "SITE-B", Name = "Protea Depot" });
        await db.SaveChangesAsync();
        harness.Time.Advance(TimeSpan.FromMinutes(10));
        return harness;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<ConsoleDbContext> DbAsync() => Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();

    public RaiseRequest Request(string? insist = null, string? incident = null) =>
        new() { CommandId = Guid.NewGuid(), SiteId = Site.Id, InsistReason = insist, IncidentNumber = incident };

    public Task<CommandView> RaiseAsync(RaiseRequest? request = null, Operator? by = null) =>
        Commands.RaiseAsync(request ?? Request(), by ?? Thandi, CancellationToken.None);

    public AuraCallout Told(long id, string status = "Created", DateTimeOffset? createdAt = null) =>
        new() { Id = id, SiteId = Site.AuraId, Status = status, CreatedAt = createdAt };

    /// <summary>A callout that is here already, seen a minute ago.</summary>
    public async Task<Callout> KnownAsync(long auraId, CalloutStage stage = CalloutStage.Created, Action<Callout>? change = null)
    {
        var at = Now - TimeSpan.FromMinutes(1);
        var callout = new Callout { AuraId = auraId, SiteId = Site.Id, SiteAuraId = Site.AuraId, Stage = stage, StageSince = at, FirstSeenAt = at };
        change?.Invoke(callout);
        await Get<CalloutWriter>().WriteAsync(session => Task.FromResult(session.Db.Callouts.Add(callout)), CancellationToken.None);
        return callout;
    }

    /// <summary>What the inbox does with a delivery about a new callout.</summary>
    public Task DeliverNewAsync(AuraCallout told) => Get<CalloutWriter>().WriteAsync(
        session => CalloutApply.EventAsync(
            session, new AuraEvent { Name = "NEW_CALLOUT", Kind = AuraEventKind.NewCallout, Callout = told }, told, session.Now, deliveryId: 1),
        CancellationToken.None);

    public async Task<Command> CommandAsync(Guid id)
    {
        await using var db = await DbAsync();
        return await db.Commands.AsNoTracking().SingleAsync(c => c.Id == id);
    }

    public async Task InsertAsync(Command command)
    {
        await using var db = await DbAsync();
        db.Commands.Add(command);
        await db.SaveChangesAsync();
    }

    public Command Left(CommandState state, CommandKind kind = CommandKind.Raise) => new()
    {
        Id = Guid.NewGuid(),
        Kind = kind,
        State = state,
        SiteId = Site.Id,
        AskedById = Thandi.Id,
        AskedByName = Thandi.Name,
        AskedAt = Now,
        SentAt = state == CommandState.Recorded ? null : Now,
    };

    public async Task<Callout> CalloutAsync(long auraId)
    {
        await using var db = await DbAsync();
        return await db.Callouts.AsNoTracking().Include(c => c.Entries.OrderBy(e => e.At).ThenBy(e => e.Id)).SingleAsync(c => c.AuraId == auraId);
    }

    public async Task<IReadOnlyList<EntryKind>> EntryKindsAsync(long auraId) => [.. (await CalloutAsync(auraId)).Entries.Select(e => e.Kind)];

    public Task StartSettlerAsync() => Settler.StartAsync(CancellationToken.None);

    public Task StopSettlerAsync() => Settler.StopAsync(CancellationToken.None);

    /// <summary>Lets the settler's rounds go by, one interval each, until the condition holds.</summary>
    public async Task PassAsync(Func<bool> until, int mostRounds = 600)
    {
        for (var round = 0; !until(); round++)
        {
            Assert.True(round < mostRounds, $"The condition did not come true in {mostRounds} rounds.");
            await PassAsync(Interval);
        }
    }

    /// <summary>Lets so much time go by, round after round, and waits for the last round to end.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var end = Time.GetUtcNow() + time; Time.GetUtcNow() < end;)
        {
            await Time.TimerSetAsync(Interval);
            Time.Advance(Interval);
        }
        await Time.TimerSetAsync(Interval);
    }

    /// <summary>A new process on the same database. What was running is gone without a word.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = Build();
        await StartSettlerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        _folder.Delete(recursive: true);
    }

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "console.db")}";

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Aura:BaseUrl"] = _aura?.ToString(),
            ["Aura:ClientId"] = "simulator",
            ["Aura:ClientSecret"] = "simulator-secret",
            ["Outbound:SettleInterval"] = _aura is null ? Interval.ToString() : "00:00:00.050",
            ["Outbound:SettleWindow"] = _aura is null ? "00:00:20" : "00:00:01",
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(_aura is null ? Time : TimeProvider.System);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddProvider(Logs));
        services.AddMetrics();
        services.AddDbContextFactory<ConsoleDbContext>(options => options.UseSqlite(ConnectionString));
        services.AddLiveBoard();
        services.AddSingleton<ReadRequests>();
        services.AddOutbound();
        if (_aura is null)
            services.AddSingleton<ICalloutsApi>(Aura);
        else
            services.AddAuraIntegration(configuration);
        return services.BuildServiceProvider();
    }
}
