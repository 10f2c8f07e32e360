namespace AuraConsole.Integration.Api.Wire;

/// <summary>People Protect quickstart, step 2. <c>subscription</c> and <c>subscriptionId</c> exclude each other.</summary>
internal sealed record CustomerCreateBody(CustomerBody Customer, CustomerSubscriptionBody? Subscription, long? SubscriptionId);

/// <summary>Our choice: the body of create without the subscription; AURA's page names the verb only.</summary>
internal sealed record CustomerUpdateBody(CustomerBody Customer);

/// <summary>The vehicle's keys are the older generation's: the newer one names the group and no keys.</summary>
internal sealed record CustomerBody(
    string Name,
    string Surname,
    string Mobile,
    string? ExternalReferenceId,
    string? Email,
    string? VehicleMake,
    string? VehicleModel,
    string? VehicleColour,
    string? VehicleLicensePlate);

/// <summary>A subscription within create customer.</summary>
internal sealed record CustomerSubscriptionBody(long SubscriptionTypeId, string ValidFrom, string ValidTo);

/// <summary>Activate a subscription: the newer members, the customer and dependants from the older page.</summary>
internal sealed record SubscriptionBody(
    long CustomerId, long SubscriptionTypeId, string ValidFrom, string ValidTo, IReadOnlyList<long>? DependantCustomerIds);

/// <summary>Renew: what was chosen, under the same names.</summary>
internal sealed record RenewBody(
    long? SubscriptionTypeId, string? ValidFrom, string? ValidTo, IReadOnlyList<long>? DependantCustomerIds);

/// <summary>Create callout token.</summary>
internal sealed record CalloutTokenBody(long CustomerId);
