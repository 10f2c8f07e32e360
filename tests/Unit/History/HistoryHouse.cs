using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.History.Reading;
using AuraConsole.Web.Features.History.Views;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.History;

/// <summary>A database with callouts made at random, always the same for the same seed.</summary>
internal sealed class HistoryHouse : IAsyncDisposable
{
    public static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Owners = ["u-1", "u-2", "u-3"];
    private static readonly string[] Types = ["Armed response", "Medical", "Guard"];
    private static readonly string[] Ends = ["Response completed", "False alarm", Outcomes.StoodDown, Outcomes.NotTold];
    private static readonly string[] Names = ["Harbour Depot", "Main Road Shop", "Café Zürich", "Mall of the North", "Dock 9"];

    private HistoryHouse(Spine spine) => Spine = spine;

    public Spine Spine { get; }

    public HistoryQueries Queries => Get<HistoryQueries>();

    public static async Task<HistoryHouse> StartAsync(int callouts = 0, int seed = 7)
    {
        var spine = await Spine.StartAsync(more: services =>
        {
            services.AddSingleton<HistoryQueries>();
            services.AddSingleton<HistoryRecords>();
            services.AddSingleton<HistoryViews>();
            services.AddSingleton<UserPreferences>();
        });
        var house = new HistoryHouse(spine);
        if (callouts > 0)
            await house.AddAsync(callouts, new Random(seed));
        return house;
    }

    public T Get<T>()
        where T : notnull => Spine.Services.GetRequiredService<T>();

    public Task<List<Callout>> AllAsync() => Spine.ReadAsync(db => db.Callouts.AsNoTracking().ToListAsync());

    public ValueTask DisposeAsync() => Spine.DisposeAsync();

    private Task<int> AddAsync(int count, Random random) => Spine.ReadAsync(async db =>
    {
        db.SiteGroups.AddRange(Enumerable.Range(1, 3).Select(n => new SiteGroup { Name = $"Group {n}" }));
        db.Sites.AddRange(Enumerable.Range(1, 20).Select(n => new Site { AuraId = 1000 + n, Reference = $"SITE-{n:0000}", Name = Names[n % Names.Length], ReadAt = Begin }));
        await db.SaveChangesAsync();
        var sites = await db.Sites.AsNoTracking().ToListAsync();
        for (var n = 0; n < count; n++)
            db.Callouts.Add(One(n, random, sites));
        return await db.SaveChangesAsync();
    });

    private static Callout One(int n, Random random, List<Site> sites)
    {
        // several at one instant, and some that were written later than they were seen
        var at = Begin.AddSeconds((n / 3 * 600) - (random.Next(10) == 0 ? 5_000 : 0));
        var site = random.Next(5) == 0 ? null : sites[random.Next(sites.Count)];
        var stage = random.Next(20) == 0 ? (CalloutStage)random.Next(5) : CalloutStage.Closed;
        var owner = random.Next(6) == 0 ? null : Owners[random.Next(Owners.Length)];
        var callout = new Callout
        {
            AuraId = 500_000 + n,
            SiteId = site?.Id,
            SiteAuraId = site?.AuraId,
            SiteName = site?.Name,
            Reference = site?.Reference,
            SiteGroupId = site is null || random.Next(4) == 0 ? null : random.Next(1, 4),
            CustomerAuraId = site is null ? random.Next(1, 40) : null,
            CustomerName = site is null ? "Lindiwe Ndlovu" : null,
            Address = $"{random.Next(1, 90)} Beach Road",
            FirstSeenAt = at,
            StageSince = at,
            Stage = stage,
            OwnerId = owner,
            OwnerName = owner,
            ResponseType = random.Next(12) == 0 ? null : Types[random.Next(Types.Length)],
            Outcome = stage == CalloutStage.Closed ? Ends[random.Next(Ends.Length)] : null,
            IsBreached = random.Next(7) == 0,
        };
        callout.BreachedPhases = callout.IsBreached ? random.Next(1, 32) : 0;
        return callout;
    }
}
