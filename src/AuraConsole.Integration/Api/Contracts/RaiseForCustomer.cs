namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A raise for a customer at a live location (create-customer-callout).</summary>
public sealed record RaiseForCustomer
{
    /// <summary>Sent as <c>location</c>.</summary>
    public required CalloutPosition Position { get; init; }

    /// <summary>Sent as <c>responseTypeId</c>; out of <see cref="IResponseTypesApi.ListAsync"/>, never hard-coded.</summary>
    public required int ResponseTypeId { get; init; }

    /// <summary>Sent as <c>calloutClassificationId</c>: 1 real, 2 test by third-party evidence.</summary>
    public int? ClassificationId { get; init; }

    /// <summary>Sent as <c>internalTest</c>: routes to a test supplier; a legacy member.</summary>
    public bool? InternalTest { get; init; }
}
