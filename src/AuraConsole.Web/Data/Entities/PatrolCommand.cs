using AuraConsole.Integration.Http;

namespace AuraConsole.Web.Data.Entities;

/// <summary>Scheduling or cancelling a patrol at AURA; on disk before it leaves, never retried blindly.</summary>
public sealed class PatrolCommand
{
    public const int BodyLength = 16_000;

    public Guid Id { get; set; }

    public int PatrolId { get; set; }

    public Patrol Patrol { get; set; } = null!;

    public PatrolCommandKind Kind { get; set; }

    public CommandState State { get; set; }

    public required string AskedById { get; set; }

    public required string AskedByName { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Why it is cancelled.</summary>
    public string? Reason { get; set; }

    /// <summary>Exactly what was sent.</summary>
    public string? Body { get; set; }

    public string? AuraMessage { get; set; }

    public AuraErrorKind? ErrorKind { get; set; }

    public PatrolNote? Note { get; set; }

    /// <summary>Who asked AURA by other means and settled it.</summary>
    public string? SettledByName { get; set; }

    public string? SettledText { get; set; }

    public bool IsOpen => State is CommandState.Recorded or CommandState.Sending or CommandState.Unknown;
}

/// <summary>What is asked of AURA.</summary>
public enum PatrolCommandKind
{
    Schedule,
    Cancel,
}

/// <summary>Why the console itself decided.</summary>
public enum PatrolNote
{
    TooSoon,
    SiteDeleted,
    StoppedBefore,
    SettledByPerson,
    CustomerDeleted,
}
