using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Live;

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
}

public static class AlarmLevels
{
    /// <summary>The levels that a person can play as a test.</summary>
    public static readonly IReadOnlyList<AlarmLevel> Playable = [AlarmLevel.Test, AlarmLevel.Security, AlarmLevel.Medical, AlarmLevel.Breached];

    /// <summary>
    /// Unclaimed callouts sound, whoever raised them. One that has an owner is that person's, and one that responders have finished or
    /// that was stood down needs no haste: both are quiet.
    /// </summary>
    public static AlarmLevel Of(BoardRow row) =>
        row.OwnerId is not null || row.Stage is CalloutStage.Completed or CalloutStage.StoodDown or CalloutStage.Closed ? AlarmLevel.None
        : row.Urgency switch
        {
            Urgency.Test => AlarmLevel.Test,
            Urgency.Medical => AlarmLevel.Medical,
            _ => AlarmLevel.Security,
        };
}
