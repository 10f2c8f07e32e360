using System.Text.Json.Nodes;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>A customer's wire shapes in both generations of AURA's documents.</summary>
internal static class CustomerShapes
{
    public static JsonObject Of(SimulatedCustomer customer, int sourceId, Dialect dialect)
    {
        var older = dialect == Dialect.Bare;
        var shape = new JsonObject
        {
            ["id"] = customer.Id,
            ["customerSourceId"] = sourceId,
            [older ? "firstName" : "name"] = customer.Name,
            [older ? "lastName" : "surname"] = customer.Surname,
            [older ? "mobileNumber" : "mobile"] = customer.Mobile,
            ["externalReferenceId"] = customer.Reference,
        };
        foreach (var (name, value) in customer.Profile) shape[name] = value;
        if (older) return shape;
        shape["createdAt"] = Wire.Time(customer.CreatedAt);
        shape["updatedAt"] = Wire.Time(customer.UpdatedAt);
        return shape;
    }

    public static JsonObject InDelivery(SimulatedCustomer customer) => new()
    {
        ["id"] = customer.Id,
        ["name"] = customer.Name,
        ["surname"] = customer.Surname,
        ["mobile"] = customer.Mobile,
        ["externalReferenceId"] = customer.Reference,
    };
}
