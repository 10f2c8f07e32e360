namespace AuraConsole.Web.Data.Entities;

/// <summary>A site that AURA and the console had differently when they were last compared.</summary>
public sealed class SiteDrift
{
    public const int DetailLength = 4000;

    public int Id { get; set; }

    /// <summary>AURA's id of the site.</summary>
    public long AuraId { get; set; }

    /// <summary>Our id; null for one that only AURA has.</summary>
    public int? SiteId { get; set; }

    public required string Reference { get; set; }

    public string? Name { get; set; }

    public int? GroupId { get; set; }

    public DriftKind Kind { get; set; }

    /// <summary>One difference a line: <c>member: ours → AURA's</c>.</summary>
    public string? Detail { get; set; }

    /// <summary>How far apart the two positions are.</summary>
    public double? Metres { get; set; }

    public DateTimeOffset FoundAt { get; set; }
}

/// <summary>What differs; the gravest first.</summary>
public enum DriftKind
{
    /// <summary>In service here, and AURA marks it deleted: no callout can be raised there.</summary>
    DeletedAtAura,

    /// <summary>In service here, and not in AURA's list.</summary>
    Missing,

    /// <summary>In service at AURA, and not here.</summary>
    Extra,

    /// <summary>Under another reference at AURA.</summary>
    Renamed,

    /// <summary>Somewhere else at AURA.</summary>
    Moved,

    /// <summary>Name, address, type or other details differ.</summary>
    Changed,
}
