namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A customer to register. <see cref="Subscription"/> and <see cref="SubscriptionId"/> exclude each other.</summary>
public sealed record NewCustomer
{
    /// <summary>The profile.</summary>
    public required CustomerDetails Customer { get; init; }

    /// <summary>A subscription to activate in the same call.</summary>
    public NewCustomerSubscription? Subscription { get; init; }

    /// <summary>An existing subscription to link; sent beside <c>customer</c>, which is inferred.</summary>
    public long? SubscriptionId { get; init; }
}

/// <summary>A subscription activated together with its customer.</summary>
/// <param name="TypeId">Out of <see cref="ISubscriptionsApi.ListTypesAsync"/>: ids differ between AURA's environments.</param>
/// <param name="ValidFrom">First instant of validity; sent in UTC.</param>
/// <param name="ValidTo">Last instant of validity; sent in UTC.</param>
public sealed record NewCustomerSubscription(long TypeId, DateTimeOffset ValidFrom, DateTimeOffset ValidTo);

/// <summary>
/// What we tell AURA of a customer. Medical and family details are documented as groups without keys, so they cannot be sent.
/// </summary>
public sealed record CustomerDetails
{
    /// <summary>Sent as <c>name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Sent as <c>surname</c>.</summary>
    public required string Surname { get; init; }

    /// <summary>AURA's unique key of a customer: <c>+</c> and 8 to 15 digits, the first not 0.</summary>
    public required string Mobile { get; init; }

    /// <summary>Sent as <c>externalReferenceId</c>.</summary>
    public string? Reference { get; init; }

    /// <summary>Sent as <c>email</c>.</summary>
    public string? Email { get; init; }

    /// <summary>Sent as <c>vehicleMake</c> (key of the older generation).</summary>
    public string? VehicleMake { get; init; }

    /// <summary>Sent as <c>vehicleModel</c> (key of the older generation).</summary>
    public string? VehicleModel { get; init; }

    /// <summary>Sent as <c>vehicleColour</c> (key of the older generation).</summary>
    public string? VehicleColour { get; init; }

    /// <summary>Sent as <c>vehicleLicensePlate</c> (key of the older generation).</summary>
    public string? VehicleLicensePlate { get; init; }
}
