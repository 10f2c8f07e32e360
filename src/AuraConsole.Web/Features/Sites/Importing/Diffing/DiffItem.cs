using AuraConsole.Web.Features.Sites.Importing.Mapping;

namespace AuraConsole.Web.Features.Sites.Importing.Diffing;

public enum DiffKind
{
    Added,
    Changed,

    /// <summary>Changed, and its position is among that.</summary>
    Moved,

    Removed,
}

public sealed record FieldChange(ImportField Field, string? Before, string? After);

/// <summary>One site that is otherwise in the file than at AURA.</summary>
public sealed record DiffItem
{
    public required DiffKind Kind { get; init; }

    public required string Reference { get; init; }

    /// <summary>As it will be; of a removed one as it is.</summary>
    public string? Name { get; init; }

    public int? Line { get; init; }

    public long? AuraId { get; init; }

    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>How far it moves; null when AURA's position cannot be read.</summary>
    public double? Metres { get; init; }

    /// <summary>All of the site as it shall be; null for a removal.</summary>
    public SiteState? Wanted { get; init; }

    /// <summary>All of the site as AURA has it; null for an addition.</summary>
    public SiteState? Before { get; init; }
}

/// <summary>The members of a site that an import can change.</summary>
public sealed record SiteState(
    string? Name, string? Address, double? Latitude, double? Longitude, int? TypeId, string? Information, string? W3w);

/// <summary>How a file differs from AURA's list.</summary>
public sealed record PortfolioDifferences(IReadOnlyList<DiffItem> Items, int Added, int Changed, int Moved, int Unchanged, int Removed, int SitesBefore)
{
    public bool IsEmpty => Items.Count == 0;
}
