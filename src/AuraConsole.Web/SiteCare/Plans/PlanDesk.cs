using System.Globalization;
using System.Security.Claims;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.SiteCare.Plans;

/// <summary>Reads and changes action plans. A change makes a new version; callouts under way keep theirs.</summary>
public sealed class PlanDesk(
    IDbContextFactory<ConsoleDbContext> contexts, CalloutWriter writer, AuditLog audit, Scopes scopes, SiteCareFeed feed)
{
    /// <summary>Null when there is no such site for this user.</summary>
    public async Task<SitePlans?> FindAsync(int siteId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.From(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var site = await db.Sites.AsNoTracking().Within(scopes.Of(user)).FirstOrDefaultAsync(one => one.Id == siteId, cancellationToken);
        if (site is null)
            return null;
        var own = await LatestAsync(db, PlanOwner.Site(siteId), cancellationToken);
        var groups = site.GroupId is { } group ? await LatestAsync(db, PlanOwner.Group(group), cancellationToken) : null;
        return new SitePlans(own, groups);
    }

    /// <param name="owner">Whose.</param>
    /// <param name="seen">The number that was being edited; 0 when there was none.</param>
    /// <param name="steps">In order; none withdraws the plan.</param>
    /// <param name="user">Who edits.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    /// <exception cref="ArgumentException">A step is not in order.</exception>
    public async Task<PlanResult> SaveAsync(PlanOwner owner, int seen, IReadOnlyList<StepEdit> steps, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        if (PlanRules.Faults(steps).FirstOrDefault() is { } fault)
            throw new ArgumentException(fault, nameof(steps));
        var result = await writer.WriteAsync(async session =>
        {
            var db = session.Db;
            if (!await MayAsync(db, owner, scopes.Of(user), session.CancellationToken))
                return new PlanResult(false, null);
            var now = await LatestAsync(db, owner, session.CancellationToken);
            if (now.Number != seen)
                return new PlanResult(false, now);
            var plan = new SitePlan { SiteId = owner.SiteId, GroupId = owner.GroupId, Number = seen + 1, At = session.Now, ByName = Text.Cut(by.Name, SitePlan.NameLength)! };
            plan.Steps.AddRange(steps.Select((step, index) => new PlanStep { Text = step.Text.Trim(), IsCompulsory = step.IsCompulsory, Position = index + 1 }));
            db.SitePlans.Add(plan);
            await audit.AddAsync(db, by, new AuditNote(SiteAudit.PlanChanged, SubjectOf(owner), Lines(now, plan)), session.CancellationToken);
            return new PlanResult(true, PlanView.Of(owner, plan));
        }, cancellationToken);
        if (result.IsDone)
            feed.Publish(owner.SiteId);
        return result;
    }

    private static string SubjectOf(PlanOwner owner) => owner.SiteId is { } site ? SiteAudit.Subject(site) : $"group:{owner.GroupId}";

    private static string Lines(PlanView before, SitePlan after) => string.Create(CultureInfo.InvariantCulture,
        $"Plan: version {before.Number} → {after.Number}\nSteps: {before.Steps.Count} → {after.Steps.Count}\nCompulsory: {before.Steps.Count(step => step.IsCompulsory)} → {after.Steps.Count(step => step.IsCompulsory)}");

    private static async Task<bool> MayAsync(ConsoleDbContext db, PlanOwner owner, Scope scope, CancellationToken cancellationToken) => owner switch
    {
        { SiteId: { } site } => await db.Sites.Within(scope).AnyAsync(one => one.Id == site, cancellationToken),
        { GroupId: { } group } => scope.Covers(group) && await db.SiteGroups.AnyAsync(one => one.Id == group, cancellationToken),
        _ => false,
    };

    private static async Task<PlanView> LatestAsync(ConsoleDbContext db, PlanOwner owner, CancellationToken cancellationToken)
    {
        var (site, group) = (owner.SiteId, owner.GroupId);
        var plans = site is not null ? db.SitePlans.Where(plan => plan.SiteId == site) : db.SitePlans.Where(plan => plan.GroupId == group);
        return PlanView.Of(owner, await SiteLink.LatestAsync(plans, cancellationToken));
    }
}
