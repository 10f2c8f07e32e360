namespace AuraConsole.Web.Features.Sites;

/// <summary>Section <c>Sites</c>.</summary>
public sealed class SitesOptions
{
    public const string Section = "Sites";

    /// <summary>Types to choose from besides those seen in AURA's data: AURA publishes no list of <c>calloutLocationTypeId</c>.</summary>
    public IList<SiteType> Types { get; } = [];

    /// <summary>How often our sites are compared with AURA's, 1 hour to 30 days.</summary>
    public TimeSpan DriftEvery { get; set; } = TimeSpan.FromDays(1);
}

/// <summary>A type of site by AURA's id.</summary>
public sealed class SiteType
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}
