namespace AuraConsole.Web.Data.Entities;

/// <summary>
/// What was counted at the door in one hour, apart from the inbox itself: the two are compared. Written every few seconds; after a hard
/// stop the last counts are missing, never the deliveries.
/// </summary>
public sealed class DeliveryHour
{
    /// <summary>Its beginning, UTC.</summary>
    public DateTimeOffset Hour { get; set; }

    /// <summary>Answered 200.</summary>
    public long Received { get; set; }

    /// <summary>Of them, those that were there already.</summary>
    public long Repeated { get; set; }

    /// <summary>400, 413 and 415: not what AURA sends.</summary>
    public long Malformed { get; set; }

    /// <summary>401: without the secret.</summary>
    public long Unproven { get; set; }

    /// <summary>503: could not be stored, and its sender was told so.</summary>
    public long NotStored { get; set; }

    /// <summary>Broken off before they were whole.</summary>
    public long BrokenOff { get; set; }

    /// <summary>Taken out of the inbox since, by retention.</summary>
    public long Removed { get; set; }
}
