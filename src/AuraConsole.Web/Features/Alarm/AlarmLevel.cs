using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Clocks;

namespace AuraConsole.Web.Features.Alarm;

/// <summary>What the speakers say, the quietest first. alarm.js has a pattern for each.</summary>
public enum AlarmLevel
{
    None,
    Test,
    Security,
    Medical,

    /// <summary>A stage clock was breached.</summary>
    Breached,

    /// <summary>A rule of escalation fired; at supervisors' consoles only.</summary>
    Escalated,
}

public static class AlarmLevels
{
    /// <summary>The levels that a person can play as a test.</summary>
    public static readonly IReadOnlyList<AlarmLevel> Playable = [AlarmLevel.Test, AlarmLevel.Security, AlarmLevel.Medical, AlarmLevel.Breached, AlarmLevel.Escalated];

    /// <summary>
    /// Unclaimed callouts sound, whoever raised them. One that has an owner is that person's, and one that responders have finished or
    /// that was stood down needs no haste: both are quiet.
    /// </summary>
    public static AlarmLevel Of(BoardRow row) =>
        row.OwnerId is not null || !NeedsHaste(row) ? AlarmLevel.None
        : row.Urgency switch
        {
            Urgency.Test => AlarmLevel.Test,
            Urgency.Medical => AlarmLevel.Medical,
            _ => AlarmLevel.Security,
        };

    /// <summary>The same, and louder once the running stage clock is breached: for everybody while nobody owns it, and then for its owner.</summary>
    public static AlarmLevel Of(BoardRow row, PhaseClock? clock, string? me, DateTimeOffset now) =>
        NeedsHaste(row) && (row.OwnerId is null || row.OwnerId == me) && clock?.At(now) == ClockState.Breached ? AlarmLevel.Breached : Of(row);

    private static bool NeedsHaste(BoardRow row) => row.Stage is not (CalloutStage.Completed or CalloutStage.StoodDown or CalloutStage.Closed);
}
