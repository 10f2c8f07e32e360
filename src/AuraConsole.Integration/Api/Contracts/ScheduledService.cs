using System.Text.Json;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A patrol as AURA scheduled it.</summary>
public sealed record ScheduledService
{
    /// <summary>AURA's id, a whole number or a UUID, as text: the only handle for cancelling.</summary>
    public required string Id { get; init; }

    /// <summary>When it happens next.</summary>
    public DateTimeOffset? NextOccurrence { get; init; }

    /// <summary>AURA's text of its state, where it gives one.</summary>
    public string? Status { get; init; }

    /// <summary>AURA's own words.</summary>
    public string? Message { get; init; }

    /// <summary>The whole object as it was read.</summary>
    public JsonElement Raw { get; init; }
}
