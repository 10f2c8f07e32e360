using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class CustomerSubscriptionConfiguration : IEntityTypeConfiguration<CustomerSubscription>
{
    public void Configure(EntityTypeBuilder<CustomerSubscription> subscription)
    {
        // by AURA's ids and without a foreign key: a subscription's delivery may come before its customer's
        subscription.HasIndex(s => new { s.CustomerAuraId, s.AuraId }).IsUnique();
        subscription.HasIndex(s => s.AuraId);
        subscription.Property(s => s.TypeName).HasMaxLength(CustomerSubscription.TypeLength);
        subscription.Ignore(s => s.IsMains);
    }
}
