using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Apply;

/// <summary>Brings what AURA tells of a customer into ours. What AURA leaves out stays as it was; an erased one stays erased.</summary>
public static class CustomerFacts
{
    public static void Merge(Customer customer, AuraCustomer told, DateTimeOffset now)
    {
        customer.ReadAt = now;
        if (told.Deleted)
            customer.DeletedAt ??= now;
        if (customer.ErasedAt is not null)
            return;
        if (!told.Deleted)
            customer.DeletedAt = null;
        customer.Name = Text.Cut(told.Name, Customer.NameLength) ?? customer.Name;
        customer.Surname = Text.Cut(told.Surname, Customer.NameLength) ?? customer.Surname;
        customer.Mobile = Text.Cut(told.Mobile, Customer.MobileLength) ?? customer.Mobile;
        customer.Reference = Text.Cut(told.Reference, Customer.ReferenceLength) ?? customer.Reference;
        customer.Email = Text.Cut(told.Email, Customer.EmailLength) ?? customer.Email;
        customer.VehicleMake = Text.Cut(told.VehicleMake, Customer.VehicleLength) ?? customer.VehicleMake;
        customer.VehicleModel = Text.Cut(told.VehicleModel, Customer.VehicleLength) ?? customer.VehicleModel;
        customer.VehicleColour = Text.Cut(told.VehicleColour, Customer.VehicleLength) ?? customer.VehicleColour;
        customer.VehicleLicensePlate = Text.Cut(told.VehicleLicensePlate, Customer.VehicleLength) ?? customer.VehicleLicensePlate;
    }

    public static void Merge(CustomerSubscription row, AuraSubscription told, DateTimeOffset now)
    {
        row.MainAuraId = told.CustomerId ?? row.MainAuraId;
        row.TypeId = told.TypeId ?? row.TypeId;
        row.TypeName = Text.Cut(told.Type, CustomerSubscription.TypeLength) ?? row.TypeName;
        row.ValidFrom = told.ValidFrom ?? row.ValidFrom;
        row.ValidTo = told.ValidTo ?? row.ValidTo;
        row.CancelledAt = told.CancelledAt ?? row.CancelledAt;
        // what is cancelled cannot be revived, so an older word changes nothing
        row.IsCancelled |= told.Cancelled;
        row.ReadAt = now;
    }
}
