using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Reports.Making;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Reports;

/// <summary>Each figure against a plain computation over everything in memory, for data made at random.</summary>
public sealed class ReportFiguresTests
{
    private static readonly Scope[] Scopes = [Scope.Everything, new(true, new HashSet<int> { 1 }, true), new(true, new HashSet<int> { 2 }, false)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Figures_OfRandomCallouts_AreThoseOfAPlainCount(int seed)
    {
        await using var spine = await ReportHouse.StartAsync(seed, 1200);
        var maker = spine.Services.GetRequiredService<ReportMaker>();
        var now = spine.Time.GetUtcNow();
        foreach (var scope in Scopes)
        {
            foreach (var ask in new[] { ReportHouse.Ask, ReportHouse.Ask with { Group = 1 }, ReportHouse.Ask with { Group = ReportAsk.NoGroup }, ReportHouse.Ask with { Site = 4 } })
            {
                var report = await maker.MakeAsync(ask, scope, default);
                var all = await spine.ReadAsync(db => db.Callouts.AsNoTracking().ToListAsync());
                var seen = all.Where(c => c.FirstSeenAt >= ask.Begin && c.FirstSeenAt < ask.End && scope.Covers(c.SiteGroupId)
                    && (ask.Site is null || c.SiteId == ask.Site) && (ask.Group is null || (c.SiteGroupId ?? 0) == ask.Group)).ToList();
                var real = seen.Where(c => !c.OnTest && c.InternalTest != true).OrderBy(c => c.FirstSeenAt).ThenBy(c => c.Id).ToList();
                var reasons = await spine.ReadAsync(db => db.Commands.AsNoTracking().ToDictionaryAsync(c => c.CalloutAuraId!.Value, c => c.Reason));

                Assert.Equal((real.Count, seen.Count - real.Count), (report.All, report.Tests));
                Assert.Equal(real.Count(c => c.ClosedAt is null), report.Active);
                Assert.Equal(real.Count(c => c.IsBreached), report.Breached);
                Assert.Equal(real.Count(c => c.StoodDownAt is not null), report.StoodDown);
                Assert.Equal(real.GroupBy(c => c.Outcome ?? "").ToDictionary(g => g.Key, g => g.Count()), report.Outcomes.ToDictionary(one => one.Name, one => one.Count));
                Assert.Equal(real.GroupBy(c => c.ResponseType ?? "").ToDictionary(g => g.Key, g => g.Count()), report.Types.ToDictionary(one => one.Name, one => one.Count));
                AssertDays(real, report);
                AssertPhases(real, report);
                AssertFalse(real, reasons, report);
                Plain.AssertLoad(real, ask, report.Room);
                foreach (var one in report.Operators)
                    Plain.AssertLoad(real.Where(c => (c.OwnerId ?? "") == one.Name), ask, one.Load);
                Assert.Equal(real.Count, report.Operators.Sum(one => one.Load.Callouts));
                Plain.AssertStanding(real, ask, now, report);
                Assert.Equal(real.Where(c => c.SiteId is not null).GroupBy(c => c.SiteId).Select(g => g.Count()).OrderDescending().Take(10), report.Frequent.Select(one => one.Count));
            }
        }
    }

    [Fact]
    public async Task Patrols_OfThePeriod_AreCountedByWhatBecameOfThem()
    {
        await using var spine = await ReportHouse.StartAsync(5, 0);
        var maker = spine.Services.GetRequiredService<ReportMaker>();
        foreach (var scope in Scopes)
        {
            var report = await maker.MakeAsync(ReportHouse.Ask, scope, default);
            var visits = (await spine.ReadAsync(db => db.PatrolOccurrences.AsNoTracking().Include(v => v.Patrol.Site).ToListAsync()))
                .Where(v => v.StartsAt >= ReportHouse.Ask.Begin && v.StartsAt < ReportHouse.Ask.End && scope.Covers(v.Patrol.Site!.GroupId)).ToList();

            Assert.Equal(visits.Select(v => v.Patrol.Site!.Reference).Distinct().Order(), report.Patrols.Select(one => one.Reference!).Order());
            foreach (var one in report.Patrols)
            {
                var its = visits.Where(v => v.Patrol.Site!.Reference == one.Reference).ToList();
                var kept = its.Where(v => v.MissedAt is null && v.State is OccurrenceState.Started or OccurrenceState.Done && v.MissedAt is null).ToList();
                Assert.Equal((its.Count, kept.Count, kept.Count(v => v.LateAt is not null)), (one.Planned, one.Kept, one.Late));
                Assert.Equal(its.Count(v => v.State != OccurrenceState.Cancelled && v.MissedAt is not null), one.Missed);
                Assert.Equal(its.Count(v => v.State == OccurrenceState.Cancelled), one.Cancelled);
                Assert.Equal(one.Planned, one.Kept + one.Missed + one.Cancelled + one.Waiting);
            }
        }
    }

    [Fact]
    public async Task Period_TooLongOrBackwards_IsRefused()
    {
        await using var spine = await Spine.StartAsync(more: services => services.AddSingleton<ReportMaker>());
        var maker = spine.Services.GetRequiredService<ReportMaker>();

        await Assert.ThrowsAsync<ArgumentException>(() => maker.MakeAsync(ReportHouse.Ask with { To = ReportHouse.First.AddDays(ReportAsk.MostDays) }, Scope.Everything, default));
        await Assert.ThrowsAsync<ArgumentException>(() => maker.MakeAsync(ReportHouse.Ask with { To = ReportHouse.First.AddDays(-1) }, Scope.Everything, default));
        Assert.Equal(0, (await maker.MakeAsync(ReportHouse.Ask with { To = ReportHouse.First.AddDays(ReportAsk.MostDays - 1) }, Scope.Everything, default)).All);
    }

    private static void AssertDays(List<Callout> real, Report report)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var days = real.GroupBy(c => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(c.FirstSeenAt, berlin).DateTime)).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(Enumerable.Range(0, 15).Select(n => days.GetValueOrDefault(ReportHouse.First.AddDays(n))), report.ByDay);
    }

    private static void AssertPhases(List<Callout> real, Report report)
    {
        var lengths = new List<List<double>>
        {
            real.ConvertAll(c => (c.FirstClaimedAt!.Value - c.FirstSeenAt).TotalSeconds), real.ConvertAll(c => (c.DispatchedAt!.Value - c.FirstClaimedAt!.Value).TotalSeconds),
            real.ConvertAll(c => (c.ArrivedAt!.Value - c.DispatchedAt!.Value).TotalSeconds), real.ConvertAll(c => (c.CompletedAt!.Value - c.ArrivedAt!.Value).TotalSeconds),
            real.Where(c => c.ClosedAt is not null).Select(c => (c.ClosedAt!.Value - c.CompletedAt!.Value).TotalSeconds).ToList(),
        };
        foreach (var (all, phase) in lengths.Zip(report.Phases))
        {
            Assert.Equal(all.Count, phase.Count);
            Assert.Equal([Rank(all, .5m), Rank(all, .9m), Rank(all, .95m)], new[] { phase.P50, phase.P90, phase.P95 });
            Assert.Equal(phase.Limit is { } limit ? all.Count(one => one < limit.TotalSeconds) : all.Count, phase.Within);
        }

        static int? Rank(List<double> all, decimal share) => all.Count == 0 ? null : (int)all.Order().ElementAt((int)Math.Ceiling(share * all.Count) - 1);
    }

    private static void AssertFalse(List<Callout> real, Dictionary<long, string?> reasons, Report report)
    {
        var alarms = real.Where(c => c.Outcome == "FALSE ALARM" || (c.StoodDownAt is not null && reasons.GetValueOrDefault(c.AuraId)?.StartsWith("false", StringComparison.OrdinalIgnoreCase) == true)).ToList();
        Assert.Equal(alarms.Count, report.FalseAlarms);
        Assert.Equal(alarms.GroupBy(c => c.Reference).Select(g => (g.Key, g.Count())).OrderBy(one => one.Key), report.FalseSites.Select(one => (one.Reference, one.Count)).OrderBy(one => one.Reference));
        Assert.Equal(
            real.Where(c => c.StoodDownAt is not null).GroupBy(c => reasons.GetValueOrDefault(c.AuraId) ?? "").ToDictionary(g => g.Key, g => g.Count()),
            report.StandDowns.ToDictionary(one => one.Reason, one => one.Count));
        Assert.All(report.StandDowns, one => Assert.Equal(one.Reason.StartsWith("false", StringComparison.OrdinalIgnoreCase), one.IsFalseAlarm));
    }
}
