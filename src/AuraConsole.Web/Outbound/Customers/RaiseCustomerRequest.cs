namespace AuraConsole.Web.Outbound.Customers;

/// <summary>A callout to raise for a customer at a live location.</summary>
public sealed record RaiseCustomerRequest
{
    /// <summary>Made when the form opens: the same form sent twice is one command.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>Our id.</summary>
    public required int CustomerId { get; init; }

    /// <summary>Out of AURA's list.</summary>
    public required int ResponseTypeId { get; init; }

    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    /// <summary>Radius of uncertainty in metres; null when nobody knows.</summary>
    public double? Accuracy { get; init; }

    public int? ClassificationId { get; init; }

    public bool? InternalTest { get; init; }

    public string? IncidentNumber { get; init; }

    /// <summary>Why it is sent although another raise for the customer is unsettled; null to wait for that one.</summary>
    public string? InsistReason { get; init; }

    /// <summary>A person saw that the place is outside AURA's coverage and wants it all the same.</summary>
    public bool OutsideCoverage { get; init; }
}
