namespace AuraConsole.Web.Features.Sites.Showing;

/// <summary>What the list shows, and in which order.</summary>
public sealed record SiteListQuery(string Text = "", bool WithDeleted = false, SiteOrder Order = SiteOrder.Name, bool Descending = false)
{
    public const int LongestText = 200;

    /// <summary>As <see cref="Group"/>: sites without one.</summary>
    public const int NoGroup = 0;

    /// <summary>AURA's id of a type; null for any.</summary>
    public int? Type { get; init; }

    /// <summary>Our id of a group, or <see cref="NoGroup"/>; null for any.</summary>
    public int? Group { get; init; }

    public SiteCoverage? Coverage { get; init; }

    /// <summary>Only sites that AURA had otherwise when both were last compared.</summary>
    public bool Drifted { get; init; }

    /// <summary>Only sites that are on test now.</summary>
    public bool OnTest { get; init; }

    public bool IsNarrowed => Text.Length > 0 || Type is not null || Group is not null || Coverage is not null || Drifted || OnTest;
}

public enum SiteOrder
{
    Name,
    Reference,
    Address,
    Type,
    Coverage,
    State,
    Group,
    AuraId,
    ReadAt,
}

/// <summary>Which response AURA covers a site with.</summary>
public enum SiteCoverage
{
    Security,
    Medical,

    /// <summary>Checked, and neither.</summary>
    None,

    /// <summary>Not checked yet.</summary>
    Unknown,
}

/// <summary>One line of the list.</summary>
public sealed record SiteLine(
    int Id, string Reference, string? Name, string? Address, int? TypeId, string? TypeName, bool? SecurityCoverage, bool? MedicalCoverage, bool IsDeleted)
{
    public long AuraId { get; init; }

    public string? GroupName { get; init; }

    public DateTimeOffset ReadAt { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Until when it is on test; null when it is not.</summary>
    public DateTimeOffset? OnTestUntil { get; init; }

    public bool HasDrifted { get; init; }

    public string DisplayName => string.IsNullOrWhiteSpace(Name) ? Reference : Name;
}
