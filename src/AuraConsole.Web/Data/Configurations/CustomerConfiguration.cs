using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.HasIndex(c => c.AuraId).IsUnique();
        // not unique: AURA gives a deleted customer's number to somebody new, and its word may reach us out of order
        customer.HasIndex(c => c.Mobile);
        customer.Property(c => c.Name).HasMaxLength(Customer.NameLength);
        customer.Property(c => c.Surname).HasMaxLength(Customer.NameLength);
        customer.Property(c => c.Mobile).HasMaxLength(Customer.MobileLength);
        customer.Property(c => c.Reference).HasMaxLength(Customer.ReferenceLength);
        customer.Property(c => c.Email).HasMaxLength(Customer.EmailLength);
        foreach (var text in new[] { nameof(Customer.VehicleMake), nameof(Customer.VehicleModel), nameof(Customer.VehicleColour), nameof(Customer.VehicleLicensePlate) })
            customer.Property(text).HasMaxLength(Customer.VehicleLength);
        customer.Property(c => c.Version).IsConcurrencyToken();
        customer.Ignore(c => c.FullName);
    }
}
