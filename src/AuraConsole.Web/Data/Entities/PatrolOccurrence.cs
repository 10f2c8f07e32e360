namespace AuraConsole.Web.Data.Entities;

/// <summary>One visit of a patrol, watched by our own clock.</summary>
public sealed class PatrolOccurrence
{
    public const int NoteLength = 500;

    public int Id { get; set; }

    public int PatrolId { get; set; }

    public Patrol Patrol { get; set; } = null!;

    /// <summary>1 for the first of the series.</summary>
    public int Number { get; set; }

    public DateTimeOffset StartsAt { get; set; }

    public DateTimeOffset EndsAt { get; set; }

    public OccurrenceState State { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>When our clock found it late; stays.</summary>
    public DateTimeOffset? LateAt { get; set; }

    /// <summary>When our clock found it missed; stays when somebody comes after all.</summary>
    public DateTimeOffset? MissedAt { get; set; }

    /// <summary>Who marked it last; null for the console itself.</summary>
    public string? MarkedByName { get; set; }

    public string? Note { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    public string? AcknowledgedByName { get; set; }

    /// <summary>AURA's callout of this visit, found by site and time.</summary>
    public long? CalloutAuraId { get; set; }

    /// <summary>A person said that the callout found is not this visit's.</summary>
    public long? NotCalloutAuraId { get; set; }

    public bool IsLate => State == OccurrenceState.Due && LateAt is not null;
}

/// <summary>Where a visit stands.</summary>
public enum OccurrenceState
{
    Due,
    Started,
    Done,
    Missed,
    Cancelled,
}
