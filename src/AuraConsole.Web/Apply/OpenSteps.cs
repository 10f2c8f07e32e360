using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Apply;

/// <summary>The compulsory steps of a callout's plan that nobody did. A person who puts the callout away all the same says why.</summary>
public static class OpenSteps
{
    public static IQueryable<PlanStep> Of(ConsoleDbContext db, int calloutId, int? planId) => db.PlanSteps.AsNoTracking()
        .Where(step => step.PlanId == planId && step.IsCompulsory && !db.PlanTicks.Any(tick => tick.CalloutId == calloutId && tick.StepId == step.Id))
        .OrderBy(step => step.Position);

    /// <summary>Inside the transaction of whatever puts the callout away. False: steps are open, and no reason was given.</summary>
    public static async Task<bool> MayLeaveAsync(CalloutSession session, Callout callout, string? reason, Operator by)
    {
        if (callout.PlanId is null || !await Of(session.Db, callout.Id, callout.PlanId).AnyAsync(session.CancellationToken))
            return true;
        if (string.IsNullOrWhiteSpace(reason))
            return false;
        session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Operator, Kind = EntryKind.StepsLeftOpen, By = by.Name, Detail = reason.Trim() });
        return true;
    }
}
