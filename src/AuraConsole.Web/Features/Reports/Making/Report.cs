using AuraConsole.Web.Features.Reports.Counting;
using AuraConsole.Web.Live.Clocks;

namespace AuraConsole.Web.Features.Reports.Making;

/// <summary>A number with its name.</summary>
public sealed record Named(string Name, int Count);

/// <summary>The time that a phase took.</summary>
public sealed record PhaseTime(ClockPhase Phase, int Count, int? P50, int? P90, int? P95, TimeSpan? Limit, int Within);

/// <summary>Why callouts were stood down.</summary>
public sealed record StandDown(string Reason, int Count, bool IsFalseAlarm);

/// <summary>A site in a ranking.</summary>
/// <param name="Name">Its name at the time.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Count">How many of what is ranked.</param>
/// <param name="Callouts">How many callouts it had at all.</param>
public sealed record RankedSite(string Name, string? Reference, int Count, int Callouts);

/// <summary>An operator's load.</summary>
public sealed record OperatorLoad(string Name, AlarmLoad Load);

/// <summary>Visits of a site's patrols.</summary>
public sealed record PatrolCount(string Place, string? Reference)
{
    public int Planned { get; set; }

    public int Kept { get; set; }

    public int Late { get; set; }

    public int Missed { get; set; }

    public int Cancelled { get; set; }

    public int Waiting { get; set; }
}

/// <summary>All figures of a period.</summary>
public sealed record Report
{
    public required ReportAsk Ask { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required string PresetName { get; init; }

    public int All { get; init; }

    public int Tests { get; init; }

    public int Active { get; init; }

    public int Breached { get; init; }

    public int StoodDown { get; init; }

    public int FalseAlarms { get; init; }

    public int Unclaimed { get; init; }

    public int Standing { get; init; }

    public int StandingWorst { get; init; }

    /// <summary>One for each day of the period.</summary>
    public IReadOnlyList<int> ByDay { get; init; } = [];

    public IReadOnlyList<Named> Outcomes { get; init; } = [];

    public IReadOnlyList<Named> Types { get; init; } = [];

    public IReadOnlyList<PhaseTime> Phases { get; init; } = [];

    public IReadOnlyList<StandDown> StandDowns { get; init; } = [];

    public IReadOnlyList<RankedSite> FalseSites { get; init; } = [];

    public required AlarmLoad Room { get; init; }

    public IReadOnlyList<OperatorLoad> Operators { get; init; } = [];

    public IReadOnlyList<RankedSite> Frequent { get; init; } = [];

    public IReadOnlyList<PatrolCount> Patrols { get; init; } = [];

    public double TopShare => All == 0 ? 0 : (double)Frequent.Sum(static site => site.Count) / All;
}
