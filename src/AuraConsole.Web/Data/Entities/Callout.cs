using AuraConsole.Integration.Lifecycle;

namespace AuraConsole.Web.Data.Entities;

/// <summary>A callout: AURA's truth as far as it was seen, and what operators add to it.</summary>
public sealed class Callout
{
    public const int TextLength = 200;
    public const int AddressLength = 400;
    public const int CustomerNameLength = (2 * Customer.NameLength) + 1;
    public const int UrlLength = 2000;
    public const int IncidentNumberLength = 60;

    public int Id { get; set; }

    public long AuraId { get; set; }

    public int? SiteId { get; set; }

    public Site? Site { get; set; }

    public long? SiteAuraId { get; set; }

    public long? CustomerAuraId { get; set; }

    /// <summary>The customer's name, for a callout at a live location; taken away when the customer is erased.</summary>
    public string? CustomerName { get; set; }

    /// <summary>The site's name when the callout began; a later renaming does not rewrite history.</summary>
    public string? SiteName { get; set; }

    public string? Reference { get; set; }

    /// <summary>The site's group when the callout began.</summary>
    public int? SiteGroupId { get; set; }

    public string? SiteGroupName { get; set; }

    public string? Address { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public CalloutStage Stage { get; set; }

    public DateTimeOffset StageSince { get; set; }

    /// <summary>AURA's free-form text, unchanged.</summary>
    public string? AuraStatus { get; set; }

    public int? ResponseTypeId { get; set; }

    public string? ResponseType { get; set; }

    public int? ClassificationId { get; set; }

    public string? Classification { get; set; }

    public bool? InternalTest { get; set; }

    public string? Emergency { get; set; }

    public string? Category { get; set; }

    public string? TrackingUrl { get; set; }

    /// <summary>Our own number for the incident, typed by the dispatcher.</summary>
    public string? IncidentNumber { get; set; }

    /// <summary>AURA's creation time where it gave one.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When this console first saw the callout.</summary>
    public DateTimeOffset FirstSeenAt { get; set; }

    public DateTimeOffset? DispatchedAt { get; set; }

    public DateTimeOffset? ArrivedAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public DateTimeOffset? StoodDownAt { get; set; }

    /// <summary>How a closed callout ended: AURA's own word, else one of <see cref="Outcomes"/>; null while it is active.</summary>
    public string? Outcome { get; set; }

    /// <summary>One bit for each <see cref="Live.Clocks.ClockPhase"/> that took longer than its preset allowed; as judged when the callout last changed.</summary>
    public int BreachedPhases { get; set; }

    /// <summary>Whether any phase did; a column of its own, because an index can only look for equals.</summary>
    public bool IsBreached { get; set; }

    /// <summary>Responders as one line: call sign, name, supplier.</summary>
    public string? Responders { get; set; }

    /// <summary>AURA's estimate, minutes from dispatch.</summary>
    public double? EtaMinutes { get; set; }

    /// <summary>The raise that made this callout; null for one raised elsewhere.</summary>
    public Guid? RaisedByCommandId { get; set; }

    public string? OwnerId { get; set; }

    public string? OwnerName { get; set; }

    /// <summary>Since when the present owner has it.</summary>
    public DateTimeOffset? ClaimedAt { get; set; }

    /// <summary>When anybody first claimed it; stays when it is handed back.</summary>
    public DateTimeOffset? FirstClaimedAt { get; set; }

    /// <summary>From whom the present owner took it over; null when it was free.</summary>
    public string? TakenFromId { get; set; }

    public string? TakenFromName { get; set; }

    /// <summary>Since when that one had it.</summary>
    public DateTimeOffset? TakenFromSince { get; set; }

    /// <summary>A person closed it here, without AURA's word: it comes back when AURA lists it again.</summary>
    public bool ClosedHere { get; set; }

    /// <summary>Set while AURA does not list the callout and does not say closed either: a person has to decide.</summary>
    public DateTimeOffset? MissingSince { get; set; }

    /// <summary>The site was on test when the callout came; stays as it was then.</summary>
    public bool OnTest { get; set; }

    /// <summary>The version of the action plan in force when the callout came; null without one.</summary>
    public int? PlanId { get; set; }

    public EntryKind? LastEntryKind { get; set; }

    public CalloutStage? LastEntryStage { get; set; }

    public string? LastEntryDetail { get; set; }

    public DateTimeOffset? LastEntryAt { get; set; }

    /// <summary>Grows by one with every change; screens and pushes compare it. Also the concurrency token.</summary>
    public int Version { get; set; }

    public List<Entry> Entries { get; } = [];

    /// <summary>At a live location, for a person and not for a site.</summary>
    public bool IsCustomers => CustomerAuraId is not null && SiteId is null && SiteAuraId is null;

    public bool IsTest => InternalTest == true || string.Equals(Classification, "TEST", StringComparison.OrdinalIgnoreCase);

    public bool IsActive => Stage != CalloutStage.Closed;
}
