namespace AuraConsole.Simulator.State;

/// <summary>A site as the simulator keeps it. Coordinates stay the text they came as.</summary>
public sealed record SimulatedSite
{
    /// <summary>AURA's integer id.</summary>
    public required long Id { get; init; }

    /// <summary><c>externalReferenceId</c>.</summary>
    public required string Reference { get; init; }

    /// <summary><c>locationIdentifier</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary><c>locationDescription</c>.</summary>
    public string? Name { get; init; }

    /// <summary><c>locationAdditionalInformation</c>.</summary>
    public string? AdditionalInformation { get; init; }

    /// <summary><c>formattedAddress</c>.</summary>
    public string? Address { get; init; }

    /// <summary>Decimal degrees; null only where the older pages allow it.</summary>
    public string? Latitude { get; init; }

    /// <summary>Decimal degrees; null only where the older pages allow it.</summary>
    public string? Longitude { get; init; }

    /// <summary>What3words.</summary>
    public string? W3w { get; init; }

    /// <summary><c>calloutLocationTypeId</c>.</summary>
    public long? TypeId { get; init; }

    /// <summary>The linked customer.</summary>
    public long? CustomerId { get; init; }

    /// <summary>Legacy.</summary>
    public string? DuressCode { get; init; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was removed from service; a site is never erased.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
