using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Apply;

/// <summary>What a callout takes over from its site, once, when the two are linked: whether it was on test, and the plan in force.</summary>
internal static class SiteLink
{
    public static async Task LinkedAsync(CalloutSession session, Callout callout, Site? site)
    {
        if (site is null)
            return;
        var token = session.CancellationToken;
        callout.PlanId = (await PlanInForceAsync(session.Db, site.Id, site.GroupId, token))?.Id;
        // by the time the callout came, not by the time it is applied: the inbox may be behind, and the console may have been down
        var came = callout.FirstSeenAt;
        var test = await session.Db.SiteTests.AsNoTracking()
            .Where(t => t.SiteId == site.Id && t.StartedAt <= came && t.EndsAt > came && (t.EndedAt == null || t.EndedAt > came))
            .OrderByDescending(t => t.StartedAt).FirstOrDefaultAsync(token);
        if (test is null)
            return;
        callout.OnTest = true;
        session.Note(callout, new Entry { At = came, Source = EntrySource.Console, Kind = EntryKind.CameOnTest, Detail = test.Reason });
    }

    /// <summary>The site's own plan, else its group's; with its steps in order.</summary>
    public static async Task<SitePlan?> PlanInForceAsync(ConsoleDbContext db, int siteId, int? groupId, CancellationToken cancellationToken)
    {
        var own = await LatestAsync(db.SitePlans.Where(plan => plan.SiteId == siteId), cancellationToken);
        if (own is { Steps.Count: > 0 } || groupId is null)
            return own is { Steps.Count: > 0 } ? own : null;
        var groups = await LatestAsync(db.SitePlans.Where(plan => plan.GroupId == groupId), cancellationToken);
        return groups is { Steps.Count: > 0 } ? groups : null;
    }

    public static Task<SitePlan?> LatestAsync(IQueryable<SitePlan> plans, CancellationToken cancellationToken) =>
        plans.AsNoTracking().Include(plan => plan.Steps.OrderBy(step => step.Position)).OrderByDescending(plan => plan.Number)
            .FirstOrDefaultAsync(cancellationToken);
}
