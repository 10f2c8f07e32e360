using System.Text.Json;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A site as AURA answered it (api reference: fixed locations). Unknown members are in <see cref="Raw"/>.</summary>
public sealed record AuraSite
{
    /// <summary>AURA's id of the site.</summary>
    public required long Id { get; init; }

    /// <summary>Our stable key (<c>externalReferenceId</c>); empty when AURA has none: nothing can be raised then.</summary>
    public required string Reference { get; init; }

    /// <summary><c>locationIdentifier</c>; the quickstart sets it equal to the reference.</summary>
    public string? Identifier { get; init; }

    /// <summary>Human name (<c>locationDescription</c>, or <c>name</c> in the older dialect).</summary>
    public string? Name { get; init; }

    /// <summary><c>locationAdditionalInformation</c>.</summary>
    public string? AdditionalInformation { get; init; }

    /// <summary><c>formattedAddress</c>, or <c>address</c> in the older dialect.</summary>
    public string? Address { get; init; }

    /// <summary>Decimal degrees, WGS 84; null when AURA's text is not a number.</summary>
    public double? Latitude { get; init; }

    /// <summary>Decimal degrees, WGS 84; null when AURA's text is not a number.</summary>
    public double? Longitude { get; init; }

    /// <summary>What3words.</summary>
    public string? W3w { get; init; }

    /// <summary><c>calloutLocationTypeId</c>; AURA publishes no list of values.</summary>
    public int? TypeId { get; init; }

    /// <summary>Description of the type where AURA gives one.</summary>
    public string? TypeName { get; init; }

    /// <summary>The customer the site is linked to.</summary>
    public long? CustomerId { get; init; }

    /// <summary>Whether security responders cover the site; null when not checked.</summary>
    public bool? SecurityCoverage { get; init; }

    /// <summary>Whether medical responders cover the site; null when not checked.</summary>
    public bool? MedicalCoverage { get; init; }

    /// <summary>When coverage was last checked.</summary>
    public DateTimeOffset? CoverageCheckedAt { get; init; }

    /// <summary>True when AURA marks the site deleted (any of <c>deleted</c>, <c>isDeleted</c>, <c>deletedAt</c>).</summary>
    public bool Deleted { get; init; }

    /// <summary>The whole object as it was read.</summary>
    public JsonElement Raw { get; init; }
}
