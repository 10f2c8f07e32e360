using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Customers.Changing;

/// <summary>Compares profiles member by member.</summary>
internal static class CustomerMembers
{
    /// <summary>Names of the members that change; never their values.</summary>
    public static string Changed(Customer row, CustomerDetails sent) => string.Join(
        ", ",
        new (string Name, string? Now, string? Then)[]
        {
            ("name", row.Name, sent.Name),
            ("surname", row.Surname, sent.Surname),
            ("mobile", row.Mobile, sent.Mobile),
            ("reference", row.Reference, sent.Reference),
            ("email", row.Email, sent.Email),
            ("vehicle make", row.VehicleMake, sent.VehicleMake),
            ("vehicle model", row.VehicleModel, sent.VehicleModel),
            ("vehicle colour", row.VehicleColour, sent.VehicleColour),
            ("vehicle plate", row.VehicleLicensePlate, sent.VehicleLicensePlate),
        }.Where(static member => (member.Now ?? "") != (member.Then ?? "")).Select(static member => member.Name));

    /// <summary>Whether AURA has what was sent, as far as it tells.</summary>
    public static bool Has(AuraCustomer told, CustomerDetails sent) =>
        Is(told.Name, sent.Name) && Is(told.Surname, sent.Surname) && Is(told.Mobile, sent.Mobile) && Is(told.Reference, sent.Reference)
        && Is(told.Email, sent.Email) && Is(told.VehicleMake, sent.VehicleMake) && Is(told.VehicleModel, sent.VehicleModel)
        && Is(told.VehicleColour, sent.VehicleColour) && Is(told.VehicleLicensePlate, sent.VehicleLicensePlate);

    private static bool Is(string? told, string? sent) => told is null || told == (sent ?? "");
}
