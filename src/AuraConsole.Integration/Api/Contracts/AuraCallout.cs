using System.Text.Json;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>
/// A callout as AURA showed it: the flat view (raise, cancel, active list), the nested view (read) or a webhook's entity, in either
/// dialect. Only <see cref="Id"/> is certain; unknown members are in <see cref="Raw"/>.
/// </summary>
public sealed record AuraCallout
{
    /// <summary>AURA's callout id.</summary>
    public required long Id { get; init; }

    /// <summary>AURA's free-form legacy text; never switch on it exhaustively.</summary>
    public string? Status { get; init; }

    /// <summary>AURA's id of the site (<c>predefinedLocationId</c>).</summary>
    public long? SiteId { get; init; }

    /// <summary>AURA's id of the customer.</summary>
    public long? CustomerId { get; init; }

    /// <summary>Decimal degrees, WGS 84.</summary>
    public double? Latitude { get; init; }

    /// <summary>Decimal degrees, WGS 84.</summary>
    public double? Longitude { get; init; }

    /// <summary>Address of the callout's present location.</summary>
    public string? Address { get; init; }

    /// <summary>Response type id.</summary>
    public int? ResponseTypeId { get; init; }

    /// <summary>Response type value, such as <c>SECURITY</c>.</summary>
    public string? ResponseType { get; init; }

    /// <summary>Classification id.</summary>
    public int? ClassificationId { get; init; }

    /// <summary>Classification value: <c>REAL</c> or <c>TEST</c>.</summary>
    public string? Classification { get; init; }

    /// <summary>AURA's internal-test flag.</summary>
    public bool? InternalTest { get; init; }

    /// <summary>Description of the emergency (<c>typeOfEmergency.description</c>).</summary>
    public string? Emergency { get; init; }

    /// <summary>Description of the incident category, in either of its two spellings.</summary>
    public string? Category { get; init; }

    /// <summary>Hosted tracking link; promised in the answer to a raise only.</summary>
    public string? TrackingUrl { get; init; }

    /// <summary>When AURA created the callout.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>One element per responder, in AURA's order; empty when none is known.</summary>
    public IReadOnlyList<AuraDispatch> Dispatches { get; init; } = [];

    /// <summary>True when AURA answered with status 285: the callout is closed.</summary>
    public bool ClosedByStatusCode { get; init; }

    /// <summary>The whole object as it was read.</summary>
    public JsonElement Raw { get; init; }
}
