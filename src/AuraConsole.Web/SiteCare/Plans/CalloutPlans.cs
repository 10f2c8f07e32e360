using System.Security.Claims;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.SiteCare.Plans;

/// <summary>The plan that a callout began with: its steps, who did them, and doing them.</summary>
public sealed class CalloutPlans(IDbContextFactory<ConsoleDbContext> contexts, CalloutWriter writer, Scopes scopes)
{
    /// <summary>Null when the callout has no plan, or is not for this user.</summary>
    public async Task<CalloutPlan?> FindAsync(long calloutId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.From(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var callout = await db.Callouts.AsNoTracking().Within(scopes.Of(user)).FirstOrDefaultAsync(one => one.AuraId == calloutId, cancellationToken);
        if (callout?.PlanId is not { } planId)
            return null;
        var plan = await db.SitePlans.AsNoTracking().Include(one => one.Steps).FirstAsync(one => one.Id == planId, cancellationToken);
        var ticks = await db.PlanTicks.AsNoTracking().Where(tick => tick.CalloutId == callout.Id).ToDictionaryAsync(tick => tick.StepId, cancellationToken);
        return new CalloutPlan(plan.Number, plan.GroupId is not null,
            [.. plan.Steps.OrderBy(step => step.Position).Select(step => new CalloutStep(step.Id, step.Text, step.IsCompulsory, ticks.GetValueOrDefault(step.Id)))]);
    }

    /// <summary>Ticks a step, or takes the tick back; either leaves a line in the timeline.</summary>
    public Task<TickResult> TickAsync(long calloutId, int stepId, bool isDone, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.From(user);
        return writer.WriteAsync(async session =>
        {
            var (db, token) = (session.Db, session.CancellationToken);
            var callout = await session.FindAsync(calloutId);
            if (callout?.PlanId is not { } planId || !scopes.Of(user).Covers(callout.SiteGroupId))
                return TickResult.Gone;
            if (await db.PlanSteps.AsNoTracking().FirstOrDefaultAsync(step => step.Id == stepId && step.PlanId == planId, token) is not { } step)
                return TickResult.Gone;
            var tick = await db.PlanTicks.FirstOrDefaultAsync(one => one.CalloutId == callout.Id && one.StepId == stepId, token);
            if (tick is not null == isDone)
                return TickResult.Already;
            if (tick is null)
                db.PlanTicks.Add(new PlanTick { CalloutId = callout.Id, StepId = stepId, At = session.Now, ById = by.Id, ByName = Text.Cut(by.Name, SitePlan.NameLength)! });
            else
                db.PlanTicks.Remove(tick);
            var kind = isDone ? EntryKind.StepTicked : EntryKind.StepUnticked;
            session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Operator, Kind = kind, By = by.Name, Detail = step.Text });
            return TickResult.Done;
        }, cancellationToken);
    }

    /// <summary>How many compulsory steps each callout has open; those without any are left out.</summary>
    public async Task<IReadOnlyDictionary<long, int>> OpenAsync(IReadOnlyCollection<long> calloutIds, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.From(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = from callout in db.Callouts.Within(scopes.Of(user))
                   where calloutIds.Contains(callout.AuraId) && callout.PlanId != null
                   from step in db.PlanSteps
                   where step.PlanId == callout.PlanId && step.IsCompulsory
                       && !db.PlanTicks.Any(tick => tick.CalloutId == callout.Id && tick.StepId == step.Id)
                   group step by callout.AuraId into steps
                   select new { steps.Key, Count = steps.Count() };
        return await open.ToDictionaryAsync(one => one.Key, one => one.Count, cancellationToken);
    }
}

public enum TickResult
{
    Done,

    /// <summary>Somebody else was first.</summary>
    Already,

    /// <summary>No such step of this callout.</summary>
    Gone,
}

/// <param name="Number">The version that the callout began with.</param>
/// <param name="IsGroups">The default of the site's group.</param>
/// <param name="Steps">In order.</param>
public sealed record CalloutPlan(int Number, bool IsGroups, IReadOnlyList<CalloutStep> Steps)
{
    public int Done => Steps.Count(step => step.Tick is not null);

    public int OpenCompulsory => Steps.Count(step => step is { IsCompulsory: true, Tick: null });
}

/// <param name="Tick">Who did it, and when; null while it is open.</param>
public sealed record CalloutStep(int Id, string Text, bool IsCompulsory, PlanTick? Tick);
