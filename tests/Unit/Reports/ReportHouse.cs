using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Reports.Making;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Reports;

/// <summary>A month of callouts and patrols made at random, with every time told and in order.</summary>
internal static class ReportHouse
{
    public static readonly DateOnly First = new(2026, 3, 20);

    /// <summary>With a change of clocks on the 29th.</summary>
    public static readonly ReportAsk Ask = new(First, First.AddDays(14), "Europe/Berlin");

    private static readonly string?[] Reasons = ["False alarm", "false_alarm: cat", "Client called", null];

    public static async Task<Spine> StartAsync(int seed, int callouts)
    {
        var spine = await Spine.StartAsync(more: services => services.AddSingleton<ReportMaker>());
        spine.Time.Advance(Ask.End.AddDays(20) - spine.Time.GetUtcNow());
        var random = new Random(seed);
        await spine.ReadAsync(async db =>
        {
            db.SiteGroups.AddRange(new SiteGroup { Name = "A" }, new SiteGroup { Name = "B" });
            await db.SaveChangesAsync();
            db.Sites.AddRange(Enumerable.Range(1, 15).Select(n => new Site { AuraId = n, Reference = $"S{n:00}", Name = $"Site {n}", GroupId = n % 3 == 0 ? null : n % 3, ReadAt = Ask.Begin }));
            db.StageClockPresets.Add(new StageClockPreset { Name = "Test", IsDefault = true, ClaimBreach = 60, ArriveBreach = 900 });
            await db.SaveChangesAsync();
            var sites = db.Sites.ToList();
            for (var n = 0; n < callouts; n++)
            {
                var callout = One(n, random, sites);
                db.Callouts.Add(callout);
                if (callout.StoodDownAt is not null && Reasons[random.Next(Reasons.Length)] is { } reason)
                    db.Commands.Add(new Command { Id = Guid.NewGuid(), Kind = CommandKind.Cancel, State = CommandState.Confirmed, CalloutAuraId = callout.AuraId, AskedById = "u", AskedByName = "U", AskedAt = callout.FirstSeenAt, Reason = reason });
            }
            AddPatrols(db, random, sites);
            return await db.SaveChangesAsync();
        });
        return spine;
    }

    /// <summary>Some before and after the period, most in bursts, so that there are floods.</summary>
    private static Callout One(int n, Random random, List<Site> sites)
    {
        var span = (Ask.End - Ask.Begin) + TimeSpan.FromDays(4);
        var at = Ask.Begin - TimeSpan.FromDays(2) + (n % 3 == 0
            ? TimeSpan.FromSeconds(random.NextInt64((long)span.TotalSeconds))
            : TimeSpan.FromMinutes(random.Next(12) * 1500) + TimeSpan.FromSeconds(random.Next(2400)));
        var site = random.Next(8) == 0 ? null : sites[random.Next(sites.Count)];
        var stoodDown = random.Next(4) == 0;
        var claimed = at.AddSeconds(random.Next(1, 200));
        var dispatched = claimed.AddSeconds(random.Next(1, 400));
        var arrived = dispatched.AddSeconds(random.Next(1, 2000));
        var completed = arrived.AddSeconds(random.Next(1, 5000));
        var closed = completed.AddSeconds(random.Next(5) == 0 ? random.Next(400_000) : random.Next(600));
        var isOpen = random.Next(30) == 0;
        var owner = random.Next(7) == 0 ? null : $"u{random.Next(3)}";
        return new Callout
        {
            AuraId = n + 1,
            SiteId = site?.Id,
            SiteName = site?.Name,
            Reference = site?.Reference,
            SiteGroupId = site?.GroupId,
            FirstSeenAt = at,
            FirstClaimedAt = claimed,
            DispatchedAt = dispatched,
            ArrivedAt = arrived,
            CompletedAt = completed,
            ClosedAt = isOpen ? null : closed,
            StoodDownAt = stoodDown ? completed : null,
            Stage = isOpen ? CalloutStage.Completed : CalloutStage.Closed,
            StageSince = isOpen ? completed : closed,
            OwnerId = owner,
            OwnerName = owner,
            ResponseType = random.Next(2) == 0 ? "Armed" : null,
            Outcome = isOpen ? null : stoodDown ? Outcomes.StoodDown : random.Next(3) == 0 ? "FALSE ALARM" : "Completed",
            IsBreached = random.Next(5) == 0,
            OnTest = random.Next(15) == 0,
            InternalTest = random.Next(15) == 0 ? true : null,
        };
    }

    private static void AddPatrols(Web.Data.ConsoleDbContext db, Random random, List<Site> sites)
    {
        foreach (var site in sites.Take(5))
        {
            var patrol = new Patrol { FormId = Guid.NewGuid(), Site = site, ServiceType = "x", Name = "Lock up", TimeZoneId = "Etc/UTC", AskedByName = "U", CustomerAuraId = 1 };
            for (var day = -3; day < 20; day++)
            {
                var starts = Ask.Begin.AddDays(day).AddHours(18);
                var state = (OccurrenceState)random.Next(5);
                patrol.Occurrences.Add(new PatrolOccurrence
                {
                    StartsAt = starts,
                    EndsAt = starts.AddHours(1),
                    State = state,
                    LateAt = random.Next(3) == 0 ? starts.AddMinutes(10) : null,
                    MissedAt = state == OccurrenceState.Missed || random.Next(6) == 0 ? starts.AddMinutes(30) : null,
                });
            }
            db.Patrols.Add(patrol);
        }
    }
}
