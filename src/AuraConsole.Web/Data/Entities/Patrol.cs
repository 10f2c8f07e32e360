namespace AuraConsole.Web.Data.Entities;

/// <summary>A planned visit, or a series of them. Our row is the record: AURA takes and cancels patrols, and lists none.</summary>
public sealed class Patrol
{
    public const int NameLength = 200;
    public const int ServiceTypeLength = 60;
    public const int InstructionsLength = 2000;
    public const int PreferenceLength = 60;
    public const int ContactsLength = 2000;
    public const int RequestIdLength = 100;

    public int Id { get; set; }

    /// <summary>Made by the form, so that a form submitted twice is one patrol.</summary>
    public Guid FormId { get; set; }

    public int? SiteId { get; set; }

    public Site? Site { get; set; }

    /// <summary>Whom AURA does it for.</summary>
    public long CustomerAuraId { get; set; }

    /// <summary>How a customer without a site is shown: masked when it was planned, because lists and alerts show it.</summary>
    public string? CustomerName { get; set; }

    /// <summary>Where a customer without a site is visited; null for a site, which has its own.</summary>
    public string? Address { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public required string ServiceType { get; set; }

    public required string Name { get; set; }

    public string? Instructions { get; set; }

    public int? Guards { get; set; }

    public string? ArmedPreference { get; set; }

    /// <summary>One a line: name, comma, number.</summary>
    public string? Contacts { get; set; }

    /// <summary>IANA id: where dates and times below are meant, whatever the site's zone is set to later.</summary>
    public required string TimeZoneId { get; set; }

    public DateOnly FirstDate { get; set; }

    public TimeOnly StartTime { get; set; }

    public int Minutes { get; set; }

    public PatrolRepeat Repeat { get; set; }

    /// <summary>Every so many days or weeks.</summary>
    public int Every { get; set; } = 1;

    public PatrolDays Days { get; set; }

    public DateOnly? LastDate { get; set; }

    public int? Count { get; set; }

    /// <summary>The patrol in whose place this one was made: AURA cannot move one.</summary>
    public int? ReplacesId { get; set; }

    public required string AskedByName { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>AURA's id, the only handle for cancelling.</summary>
    public string? AuraRequestId { get; set; }

    /// <summary>Where scheduling it stands.</summary>
    public CommandState State { get; set; }

    /// <summary>Where cancelling it stands; null when nobody asked.</summary>
    public CommandState? CancelState { get; set; }

    public DateTimeOffset FirstStart { get; set; }

    public DateTimeOffset LastEnd { get; set; }

    /// <summary>Occurrences that start before this are in the table.</summary>
    public DateTimeOffset? LaidOutUntil { get; set; }

    public List<PatrolCommand> Commands { get; } = [];

    public List<PatrolOccurrence> Occurrences { get; } = [];

    public string Place => Site?.DisplayName ?? CustomerName ?? "";

    /// <summary>Visits are expected: AURA has it, or may have it.</summary>
    public bool IsLive => State is CommandState.Confirmed or CommandState.Unknown && CancelState != CommandState.Confirmed;

    /// <summary>AURA has it, and nobody's cancel is under way or in doubt.</summary>
    public bool MayCancel => State == CommandState.Confirmed && AuraRequestId is not null
        && CancelState is null or CommandState.Rejected or CommandState.NotSent;
}

/// <summary>How a patrol repeats.</summary>
public enum PatrolRepeat
{
    Once,
    Daily,
    Weekly,
}

/// <summary>Days of the week on which a weekly patrol happens.</summary>
[Flags]
public enum PatrolDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
}
