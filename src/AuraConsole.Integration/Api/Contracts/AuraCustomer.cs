using System.Text.Json;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A customer as AURA answered, in either dialect. Unknown members are in <see cref="Raw"/>.</summary>
public sealed record AuraCustomer
{
    /// <summary>AURA's id (<c>customer.id</c> or <c>customer.customerId</c>).</summary>
    public required long Id { get; init; }

    /// <summary><c>name</c>, or <c>firstName</c> in the older dialect.</summary>
    public string? Name { get; init; }

    /// <summary><c>surname</c>, or <c>lastName</c> in the older dialect.</summary>
    public string? Surname { get; init; }

    /// <summary><c>mobile</c>, or <c>mobileNumber</c> in the older dialect.</summary>
    public string? Mobile { get; init; }

    /// <summary><c>email</c>.</summary>
    public string? Email { get; init; }

    /// <summary>Our key (<c>externalReferenceId</c>).</summary>
    public string? Reference { get; init; }

    /// <summary>Make of the vehicle.</summary>
    public string? VehicleMake { get; init; }

    /// <summary>Model of the vehicle.</summary>
    public string? VehicleModel { get; init; }

    /// <summary>Colour of the vehicle.</summary>
    public string? VehicleColour { get; init; }

    /// <summary>Licence plate of the vehicle.</summary>
    public string? VehicleLicensePlate { get; init; }

    /// <summary>When AURA registered the customer.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When AURA last changed the customer.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>True when AURA marks the customer deleted (any of <c>deleted</c>, <c>isDeleted</c>, <c>deletedAt</c>).</summary>
    public bool Deleted { get; init; }

    /// <summary>The subscription that came with the answer to create; null when AURA sent none.</summary>
    public AuraSubscription? Subscription { get; init; }

    /// <summary>The whole object as it was read.</summary>
    public JsonElement Raw { get; init; }
}
