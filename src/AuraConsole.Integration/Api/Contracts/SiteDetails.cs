namespace AuraConsole.Integration.Api.Contracts;

/// <summary>What we tell AURA of a site. The same members are required on create and update, so update replaces everything.</summary>
public sealed record SiteDetails
{
    /// <summary>Our stable key, sent as <c>externalReferenceId</c> and as <c>locationIdentifier</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>−90 to 90, decimal degrees; sent as a string.</summary>
    public required double Latitude { get; init; }

    /// <summary>−180 to 180, decimal degrees; sent as a string.</summary>
    public required double Longitude { get; init; }

    /// <summary>Sent as <c>locationDescription</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Sent as <c>formattedAddress</c>.</summary>
    public string? Address { get; init; }

    /// <summary>Sent as <c>locationAdditionalInformation</c>.</summary>
    public string? AdditionalInformation { get; init; }

    /// <summary>Sent as <c>w3w</c>.</summary>
    public string? W3w { get; init; }

    /// <summary>Sent as <c>calloutLocationTypeId</c>.</summary>
    public int? TypeId { get; init; }

    /// <summary>Sent as <c>customerId</c>.</summary>
    public long? CustomerId { get; init; }
}
