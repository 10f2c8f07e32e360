using AuraConsole.Integration.Lifecycle;

namespace AuraConsole.Web.Data.Entities;

/// <summary>A line of a callout's timeline. What it says is made of kind, stage and detail when it is shown, in the reader's language.</summary>
public sealed class Entry
{
    public const int DetailLength = 1000;
    public const int ByLength = 100;
    public const int RemarkLength = 200;

    public long Id { get; set; }

    public int CalloutId { get; set; }

    public DateTimeOffset At { get; set; }

    public EntrySource Source { get; set; }

    public EntryKind Kind { get; set; }

    public CalloutStage? Stage { get; set; }

    public string? Detail { get; set; }

    public string? By { get; set; }

    public long? DeliveryId { get; set; }

    public Guid? CommandId { get; set; }

    /// <summary>AURA's id of the message that this is.</summary>
    public long? AuraEventId { get; set; }

    /// <summary>Where a message of ours stands; null for all else.</summary>
    public SendState? Sending { get; set; }

    /// <summary>AURA's words on a message that it refused.</summary>
    public string? Remark { get; set; }
}
