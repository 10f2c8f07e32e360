namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A responder on a callout (an element of <c>incidentInformation</c> that says anything of one).</summary>
public sealed record AuraDispatch
{
    /// <summary>Responder's name.</summary>
    public string? Responder { get; init; }

    /// <summary>Responder's call sign.</summary>
    public string? Callsign { get; init; }

    /// <summary>The company that sends the responder.</summary>
    public string? Supplier { get; init; }

    /// <summary>Estimated time to arrival, minutes.</summary>
    public double? EtaMinutes { get; init; }

    /// <summary>When the responder was dispatched.</summary>
    public DateTimeOffset? DispatchedAt { get; init; }

    /// <summary>When the responder arrived.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>When the responder completed.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}
