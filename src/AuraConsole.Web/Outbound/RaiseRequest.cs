namespace AuraConsole.Web.Outbound;

/// <summary>A callout to raise for a site.</summary>
public sealed record RaiseRequest
{
    /// <summary>Made when the form opens: the same form sent twice is one command.</summary>
    public required Guid CommandId { get; init; }

    public required int SiteId { get; init; }

    public int? ResponseTypeId { get; init; }

    public int? ClassificationId { get; init; }

    public bool? InternalTest { get; init; }

    public string? IncidentNumber { get; init; }

    /// <summary>Why a second callout is wanted although one is active; null to join the active one.</summary>
    public string? InsistReason { get; init; }
}

/// <summary>A callout to cancel, and why.</summary>
public sealed record CancelRequest(Guid CommandId, long CalloutId, string Reason)
{
    /// <summary>AURA's id of the reason; it is attached once AURA has cancelled. Null: the reason stays here.</summary>
    public long? AuraReasonId { get; init; }

    /// <summary>For the customer's own cancel, with duress detection; null for the unconditional one.</summary>
    public SafeCode? SafeCode { get; init; }

    /// <summary>Why compulsory steps of the callout's plan stay open, where some do; without it the cancel does not go out.</summary>
    public string? StepsReason { get; init; }
}
