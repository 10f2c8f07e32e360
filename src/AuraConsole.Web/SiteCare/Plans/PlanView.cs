using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.SiteCare.Plans;

/// <summary>Whose plan it is: a site's own, or the default of a group.</summary>
public sealed record PlanOwner(int? SiteId, int? GroupId)
{
    public static PlanOwner Site(int id) => new(id, null);

    public static PlanOwner Group(int id) => new(null, id);
}

/// <summary>One version of a plan.</summary>
/// <param name="Number">0 while there is none.</param>
public sealed record PlanView(PlanOwner Owner, int Number, DateTimeOffset? At, string? ByName, IReadOnlyList<StepEdit> Steps)
{
    public static PlanView Of(PlanOwner owner, SitePlan? plan) => plan is null
        ? new PlanView(owner, 0, null, null, [])
        : new PlanView(owner, plan.Number, plan.At, plan.ByName, [.. plan.Steps.OrderBy(step => step.Position).Select(step => new StepEdit(step.Text, step.IsCompulsory))]);
}

public sealed record StepEdit(string Text, bool IsCompulsory);

/// <param name="IsDone">False: somebody made a newer version since this one was opened.</param>
/// <param name="Now">As it stands; null when there is no such site or group.</param>
public sealed record PlanResult(bool IsDone, PlanView? Now);

/// <summary>What a site's page shows: its own plan, and its group's.</summary>
/// <param name="Own">Number 0 without one.</param>
/// <param name="Groups">Null for a site without a group.</param>
public sealed record SitePlans(PlanView Own, PlanView? Groups)
{
    /// <summary>What the next callout takes; null without any.</summary>
    public PlanView? InForce => Own.Steps.Count > 0 ? Own : Groups is { Steps.Count: > 0 } ? Groups : null;
}
