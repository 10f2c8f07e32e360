namespace AuraConsole.Integration.Api.Contracts;

/// <summary>Where AURA responds with one response type: the union of its areas. Safe for threads; keep it and ask it often.</summary>
public sealed class Coverage
{
    private readonly CoverageArea[] _areas;

    internal Coverage(int responseTypeId, CoverageArea[] areas, int unreadable)
    {
        ResponseTypeId = responseTypeId;
        _areas = areas;
        Unreadable = unreadable;
    }

    /// <summary>The response type.</summary>
    public int ResponseTypeId { get; }

    /// <summary>The areas, in AURA's order.</summary>
    public IReadOnlyList<CoverageArea> Areas => _areas;

    /// <summary>Polygons that could not be read: a point inside one of them passes for not covered.</summary>
    public int Unreadable { get; }

    /// <summary>
    /// Whether the point lies in an area or on its edge; a hole in an area is outside. Decimal degrees, WGS 84; false for what is no
    /// position on Earth.
    /// </summary>
    public bool Covers(double latitude, double longitude) => Array.Exists(_areas, area => area.Covers(latitude, longitude));
}
