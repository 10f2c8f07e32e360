namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A patrol to schedule (scheduled services page).</summary>
public sealed record NewScheduledService
{
    /// <summary>Whom the service is for.</summary>
    public required long CustomerId { get; init; }

    /// <summary>Sent as <c>scheduledRequestConfig.name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Start of the window, at least 5 minutes ahead; sent in UTC as <c>dateFrom</c>.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End of the window; sent in UTC as <c>dateTo</c>.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Sent as <c>repeatsConfig</c>.</summary>
    public required ScheduleRepeats Repeats { get; init; }

    /// <summary>Sent as <c>initialLocation</c>.</summary>
    public required ScheduleLocation Location { get; init; }

    /// <summary>Sent as <c>specialInstructions</c>.</summary>
    public string? SpecialInstructions { get; init; }

    /// <summary>Sent as <c>details.numberOfGuards</c>.</summary>
    public int? NumberOfGuards { get; init; }

    /// <summary>Sent as <c>details.armedPreference</c>; AURA publishes no values.</summary>
    public string? ArmedPreference { get; init; }

    /// <summary>Sent as <c>details.contacts</c>.</summary>
    public IReadOnlyList<ScheduleContact> Contacts { get; init; } = [];
}

/// <summary>Where: coordinates, an address, or both.</summary>
/// <param name="Latitude">Decimal degrees, WGS 84; with a longitude or not at all.</param>
/// <param name="Longitude">Decimal degrees, WGS 84; with a latitude or not at all.</param>
/// <param name="Address">Sent as <c>formattedAddress</c>.</param>
public sealed record ScheduleLocation(double? Latitude, double? Longitude, string? Address);

/// <summary>Somebody on site. AURA documents that there are contacts; the keys <c>name</c> and <c>mobile</c> are our choice.</summary>
/// <param name="Name">Sent as <c>name</c>.</param>
/// <param name="Mobile">Sent as <c>mobile</c>.</param>
public sealed record ScheduleContact(string Name, string Mobile);
