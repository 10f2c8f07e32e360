namespace AuraConsole.Web.Data.Entities;

/// <summary>A site as AURA last answered it; changed here only after AURA agreed.</summary>
public sealed class Site
{
    public const int ReferenceLength = 100;
    public const int NameLength = 200;
    public const int AddressLength = 400;
    public const int InformationLength = 2000;
    public const int TypeNameLength = 200;
    public const int W3wLength = 100;
    public const int TimeZoneLength = 60;

    public int Id { get; set; }

    public long AuraId { get; set; }

    public required string Reference { get; set; }

    public string? Name { get; set; }

    public string? Address { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public int? TypeId { get; set; }

    public string? TypeName { get; set; }

    public string? AdditionalInformation { get; set; }

    public string? W3w { get; set; }

    public long? CustomerAuraId { get; set; }

    public bool? SecurityCoverage { get; set; }

    public bool? MedicalCoverage { get; set; }

    public DateTimeOffset? CoverageCheckedAt { get; set; }

    /// <summary>Our own; AURA does not know of groups.</summary>
    public int? GroupId { get; set; }

    /// <summary>Our own; an IANA id. Null: the console's own zone (<c>Patrols:TimeZone</c>).</summary>
    public string? TimeZoneId { get; set; }

    /// <summary>Not a column: filled in by whoever reads the site for its group.</summary>
    public SiteGroup? Group { get; set; }

    /// <summary>When AURA was last seen to have it so.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Set once the site left AURA's active service: no callout can be raised for it.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>Until when it is on test; null when it is not. In step with its open <see cref="SiteTest"/>.</summary>
    public DateTimeOffset? OnTestUntil { get; set; }

    /// <summary>Concurrency token, changed with every edit.</summary>
    public Guid Version { get; set; }

    public string DisplayName => string.IsNullOrWhiteSpace(Name) ? Reference : Name;
}
