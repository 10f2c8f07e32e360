namespace AuraConsole.Web.Data.Entities;

/// <summary>
/// One version of an action plan, of a site or, as the default of its sites, of a group. Never changed: a change makes the next version,
/// and callouts keep the one they began with.
/// </summary>
public sealed class SitePlan
{
    public const int MostSteps = 40;
    public const int NameLength = 100;

    public int Id { get; set; }

    public int? SiteId { get; set; }

    public int? GroupId { get; set; }

    /// <summary>1, 2, 3, … of its owner; the highest is in force.</summary>
    public int Number { get; set; }

    public DateTimeOffset At { get; set; }

    public required string ByName { get; set; }

    /// <summary>None: the plan is withdrawn.</summary>
    public List<PlanStep> Steps { get; } = [];
}

public sealed class PlanStep
{
    public const int TextLength = 300;

    public int Id { get; set; }

    public int PlanId { get; set; }

    public int Position { get; set; }

    public required string Text { get; set; }

    /// <summary>Left open, it needs a reason before a person puts the callout away.</summary>
    public bool IsCompulsory { get; set; }
}

/// <summary>A step that somebody did for a callout.</summary>
public sealed class PlanTick
{
    public int Id { get; set; }

    public int CalloutId { get; set; }

    public int StepId { get; set; }

    public DateTimeOffset At { get; set; }

    public required string ById { get; set; }

    public required string ByName { get; set; }
}
