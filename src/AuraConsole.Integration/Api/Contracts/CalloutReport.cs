using System.Text.Json;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>
/// AURA's resolution report. No key of it is published: whatever was recognised is here, everything is in <see cref="Raw"/>.
/// </summary>
public sealed record CalloutReport
{
    /// <summary>AURA's callout id: the one that was asked for.</summary>
    public required long CalloutId { get; init; }

    /// <summary>How it ended, in AURA's words.</summary>
    public string? Outcome { get; init; }

    /// <summary>What happened, in AURA's words.</summary>
    public string? Summary { get; init; }

    /// <summary>Raise to arrival. From a key that names its unit, or else from the instants.</summary>
    public TimeSpan? ResponseTime { get; init; }

    /// <summary>Raise to completion. From a key that names its unit, or else from the instants.</summary>
    public TimeSpan? ResolutionTime { get; init; }

    /// <summary>When the callout was raised.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When AURA closed it.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who responded; empty when the report does not say.</summary>
    public IReadOnlyList<AuraDispatch> Dispatches { get; init; } = [];

    /// <summary>The whole object as it was read.</summary>
    public JsonElement Raw { get; init; }
}

/// <summary>AURA's map of a closed callout.</summary>
/// <param name="Url">Web address of the picture; null when AURA gave none.</param>
/// <param name="Image">AURA's <c>image</c>: text or null, its encoding is not published.</param>
public sealed record CalloutMap(string? Url, string? Image);
