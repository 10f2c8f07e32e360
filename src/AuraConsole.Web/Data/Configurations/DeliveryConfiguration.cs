using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.HasIndex(d => d.Fingerprint).IsUnique();
        delivery.HasIndex(d => new { d.Status, d.Id });
        // those that left no entry behind; a delivery that just came is in neither state, so storing one costs nothing more
        delivery.HasIndex(d => d.EntityId).HasDatabaseName("IX_Deliveries_NotApplied").HasFilter("\"Status\" IN ('Ignored', 'SetAside')");
        delivery.Property(d => d.Fingerprint).HasMaxLength(Delivery.FingerprintLength);
        delivery.Property(d => d.Event).HasMaxLength(Delivery.EventLength);
        delivery.Property(d => d.EntityKind).HasMaxLength(Delivery.EventLength);
        delivery.HasIndex(d => new { d.ReceivedAt, d.Status });
        delivery.Property(d => d.Headers).HasMaxLength(Delivery.HeadersLength);
        delivery.Property(d => d.Reason).HasMaxLength(Delivery.ErrorLength);
    }
}
