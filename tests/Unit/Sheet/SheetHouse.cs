using AuraConsole.Integration.Api;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Callouts;
using AuraConsole.Web.Outbound;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Sheet;

/// <summary>The spine with what a callout's sheet works with; AURA's streams, reasons and reports are in the test's hand.</summary>
internal sealed class SheetHouse : IAsyncDisposable
{
    public const long Id = 100234;
    public static readonly Operator Thandi = new("user-1", "Thandi");
    public static readonly Operator Sipho = new("user-2", "Sipho");

    private SheetHouse(Spine spine, FakeExchange exchange, FakeReasons reasons, FakeAfterClosure after) =>
        (Spine, Exchange, Reasons, After) = (spine, exchange, reasons, after);

    public Spine Spine { get; }

    public FakeExchange Exchange { get; }

    public FakeReasons Reasons { get; }

    public FakeAfterClosure After { get; }

    public static async Task<SheetHouse> StartAsync(CalloutStage stage = CalloutStage.Dispatched, string? file = null)
    {
        var (exchange, reasons, after) = (new FakeExchange(), new FakeReasons(), new FakeAfterClosure());
        var spine = await Spine.StartAsync(file, services =>
        {
            services.AddSingleton<ICalloutEventsApi>(exchange);
            services.AddSingleton<ICancellationReasonsApi>(reasons);
            services.AddSingleton<IAfterClosureApi>(after);
            services.AddOutbound();
            services.AddCallouts();
        });
        var house = new SheetHouse(spine, exchange, reasons, after);
        if (file is null)
            await house.AddAsync(stage);
        return house;
    }

    public T Get<T>()
        where T : notnull => Spine.Services.GetRequiredService<T>();

    public async Task<List<Entry>> EntriesAsync() => (await Spine.CalloutAsync(Id)).Entries;

    public Task<Closure?> ClosureAsync() => Spine.ReadAsync(db => db.Closures.AsNoTracking().FirstOrDefaultAsync());

    public ValueTask DisposeAsync() => Spine.DisposeAsync();

    private Task AddAsync(CalloutStage stage) => Spine.Writer.WriteAsync(session =>
    {
        var callout = new Callout { AuraId = Id, Stage = stage, StageSince = session.Now, FirstSeenAt = session.Now };
        if (stage == CalloutStage.Closed)
            callout.ClosedAt = session.Now;
        session.Add(callout);
        return Task.CompletedTask;
    }, CancellationToken.None);
}
