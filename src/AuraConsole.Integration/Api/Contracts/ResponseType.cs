using System.Text.Json;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A kind of response.</summary>
public sealed record ResponseType
{
    /// <summary>Sent as <c>responseTypeId</c>.</summary>
    public required int Id { get; init; }

    /// <summary>AURA's word for it, such as <c>SECURITY</c>.</summary>
    public string? Value { get; init; }

    /// <summary>What a person reads.</summary>
    public string? Description { get; init; }

    /// <summary>Whether sites may ask for it; null when AURA's key for that was not recognised (its names are not published).</summary>
    public bool? ForSites { get; init; }

    /// <summary>Whether customers may ask for it; null when AURA's key for that was not recognised (its names are not published).</summary>
    public bool? ForCustomers { get; init; }

    /// <summary><c>enabledLocations</c> as it was read; undefined when AURA sent none.</summary>
    public JsonElement EnabledLocations { get; init; }

    /// <summary>The whole object as it was read.</summary>
    public JsonElement Raw { get; init; }
}
