namespace AuraConsole.Web.Data.Entities;

/// <summary>Sites that belong together for us. AURA does not know of groups.</summary>
public sealed class SiteGroup
{
    public const int NameLength = 100;

    public int Id { get; set; }

    /// <summary>Unique, whatever the case.</summary>
    public required string Name { get; set; }

    public SiteGroupKind Kind { get; set; }
}

/// <summary>What holds a group of sites together.</summary>
public enum SiteGroupKind
{
    Client,
    Branch,
    Installer,
}
