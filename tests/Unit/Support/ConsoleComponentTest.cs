using AuraConsole.Integration.Api;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Features.Alarm;
using AuraConsole.Web.Features.Board;
using AuraConsole.Web.Features.Callouts;
using AuraConsole.Web.Features.Escalations;
using AuraConsole.Web.Features.Patrols;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Webhooks;
using Bunit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Support;

/// <summary>
/// A component among the console's own services: a database file of its own, the real board, feeds and commands. Only AURA and the
/// clock are stood in for.
/// </summary>
public abstract class ConsoleComponentTest : BunitContext, IAsyncLifetime
{
    public const string UserId = "user-1";
    public const string UserName = "T. Naidoo";

    /// <summary>For what needs a database or another thread; a passing assertion never waits so long.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("auraconsole-");

    protected ConsoleComponentTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        foreach (var module in new[] { "dialog", "keys", "queue" })
            JSInterop.SetupModule($"./js/{module}.js").Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton<ICalloutsApi>(Aura);
        Services.AddSingleton<IScheduledServicesApi>(new Patrols.FakeScheduledApi());
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        Services.AddDbContextFactory<ConsoleDbContext>(options => options.UseSqlite($"Data Source={Path.Combine(_folder.FullName, "console.db")}"));
        Services.AddLiveBoard();
        Services.AddBoardPage();
        Services.AddOutbound();
        Services.AddSingleton<ReadRequests>();
        Services.AddSingleton<MessageRequests>();
        Services.AddSingleton<ICalloutEventsApi>(Exchange);
        Services.AddSingleton<ICancellationReasonsApi>(Reasons);
        Services.AddSingleton<IAfterClosureApi>(After);
        Services.AddSingleton<AuditLog>();
        Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        Services.AddCallouts();
        Services.AddSingleton<SiteSearch>();
        Services.AddSingleton<AuditLog>();
        Customers.AddTo(Services);
        Services.AddPatrols();
        Services.AddSingleton<AlarmCalls>();
        Services.AddEscalations();
        AddAuthorization().SetAuthorized(UserName).SetRoles("Dispatcher").SetPolicies("Dispatch").SetClaims(
            new(System.Security.Claims.ClaimTypes.NameIdentifier, UserId), new("auraconsole:display_name", UserName));
    }

    protected ManualTimeProvider Time { get; } = new() { NoWaitUpTo = LiveFeed.Interval };

    protected FakeCalloutsApi Aura { get; } = new();

    protected FakeCustomers Customers { get; } = new();

    protected FakeExchange Exchange { get; } = new();

    protected FakeReasons Reasons { get; } = new();

    protected FakeAfterClosure After { get; } = new();

    protected AuraConsole.Web.Live.Board Board => Services.GetRequiredService<AuraConsole.Web.Live.Board>();

    protected CommandBoard Commands => Services.GetRequiredService<CommandBoard>();

    /// <summary>Publishes as an apply does; the clock moves on, so that no coalescer holds it back.</summary>
    protected void Publish(params BoardRow[] rows)
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        Board.Publish(rows);
    }

    protected void Publish(CommandView command)
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        Commands.Publish(command);
    }

    protected ConsoleDbContext Database() => Services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContext();

    public Task InitializeAsync()
    {
        MigratedFile.CopyTo(Path.Combine(_folder.FullName, "console.db"));
        return Task.CompletedTask;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
