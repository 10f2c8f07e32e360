using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Reads a customer: <c>{message, customer}</c> in the newer dialect, flat with other names in the older one.</summary>
internal static class CustomerReader
{
    /// <summary>Null without a valid id; every other member may be missing or odd.</summary>
    public static AuraCustomer? Read(JsonElement root)
    {
        var customer = JsonEnvelope.Entity(root, "customer", "data");
        if (customer.Id("id", "customerId") is not { } id)
            return null;
        return new AuraCustomer
        {
            Id = id,
            Name = customer.Text("name", "firstName"),
            Surname = customer.Text("surname", "lastName"),
            Mobile = customer.Text("mobile", "mobileNumber"),
            Email = customer.Text("email"),
            Reference = customer.Text("externalReferenceId"),
            VehicleMake = customer.Text("vehicleMake"),
            VehicleModel = customer.Text("vehicleModel"),
            VehicleColour = customer.Text("vehicleColour"),
            VehicleLicensePlate = customer.Text("vehicleLicensePlate"),
            CreatedAt = customer.Instant("createdAt"),
            UpdatedAt = customer.Instant("updatedAt"),
            Deleted = customer.Flag("deleted", "isDeleted") == true || customer.Text("deletedAt") is not null,
            Subscription = (root.Object("subscription") ?? customer.Object("subscription")) is { } subscription
                ? SubscriptionReader.Read(subscription)
                : null,
            Raw = customer.Clone(),
        };
    }
}
