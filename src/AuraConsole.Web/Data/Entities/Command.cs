using AuraConsole.Integration.Http;

namespace AuraConsole.Web.Data.Entities;

/// <summary>Something an operator asked AURA to do; on disk before it leaves, never retried blindly.</summary>
public sealed class Command
{
    public const int NameLength = 100;
    public const int ReasonLength = 500;
    public const int MessageLength = 1000;

    /// <summary>Made by the form, so that a form submitted twice is one command.</summary>
    public Guid Id { get; set; }

    public CommandKind Kind { get; set; }

    public CommandState State { get; set; }

    public int? SiteId { get; set; }

    public Site? Site { get; set; }

    /// <summary>AURA's id of the customer for whom it is raised, at a live location; null for a site's.</summary>
    public long? CustomerAuraId { get; set; }

    /// <summary>Where the customer was when it was asked for.</summary>
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    /// <summary>Radius of uncertainty in metres.</summary>
    public double? Accuracy { get; set; }

    /// <summary>AURA's callout id: the one to cancel, or the one a raise led to.</summary>
    public long? CalloutAuraId { get; set; }

    public required string AskedById { get; set; }

    public required string AskedByName { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When AURA's answer came, or the outcome was otherwise settled.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Why a callout is cancelled, or why a second one is insisted on.</summary>
    public string? Reason { get; set; }

    /// <summary>True when a person wanted a second callout beside an active one.</summary>
    public bool Insisted { get; set; }

    /// <summary>AURA's id of the reason chosen for a cancel.</summary>
    public long? AuraReasonId { get; set; }

    /// <summary>Where attaching that reason stands.</summary>
    public SendState? ReasonState { get; set; }

    /// <summary>True for the customer's own cancel. The code itself is never kept.</summary>
    public bool WithSafeCode { get; set; }

    public string? IncidentNumber { get; set; }

    public int? ResponseTypeId { get; set; }

    public int? ClassificationId { get; set; }

    public bool? InternalTest { get; set; }

    /// <summary>AURA's own words, shown as they are.</summary>
    public string? AuraMessage { get; set; }

    public AuraErrorKind? ErrorKind { get; set; }

    /// <summary>Why it was never sent, when the decision was ours.</summary>
    public CommandNote? Note { get; set; }

    /// <summary>First good look at AURA after the answer was lost.</summary>
    public DateTimeOffset? FirstLookAt { get; set; }

    /// <summary>Looking cannot settle it: a person has to ask AURA.</summary>
    public bool NeedsPerson { get; set; }

    public bool IsOpen => State is CommandState.Recorded or CommandState.Sending or CommandState.Unknown;

    /// <summary>Cut off half-way. A command leaves only after it was committed as Sending: what is still Recorded never left.</summary>
    public void Interrupt()
    {
        if (State == CommandState.Recorded)
            (State, Note) = (CommandState.NotSent, CommandNote.StoppedBefore);
        else
            State = CommandState.Unknown;
    }
}
