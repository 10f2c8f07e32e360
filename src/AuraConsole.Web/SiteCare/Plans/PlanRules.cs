using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.SiteCare.Plans;

/// <summary>What a plan may hold; one sentence for each fault.</summary>
public static class PlanRules
{
    public static IEnumerable<string> Faults(IReadOnlyList<StepEdit> steps)
    {
        if (steps.Count > SitePlan.MostSteps)
            yield return Say.With(PlanText.TooManySteps, SitePlan.MostSteps);
        if (steps.Any(step => string.IsNullOrWhiteSpace(step.Text)))
            yield return PlanText.StepNeedsText;
        if (steps.Any(step => step.Text.Length > PlanStep.TextLength))
            yield return Say.With(PlanText.StepTooLong, PlanStep.TextLength);
    }
}
