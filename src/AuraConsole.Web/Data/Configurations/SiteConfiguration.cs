using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class SiteConfiguration : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> site)
    {
        site.HasIndex(s => s.AuraId).IsUnique();
        // a deleted site keeps its row, and its reference may be registered anew
        site.HasIndex(s => s.Reference).IsUnique().HasFilter("\"DeletedAt\" IS NULL");
        // the map asks for what lies in a rectangle, and counts it from the index alone
        site.HasIndex(s => new { s.Latitude, s.Longitude }).HasFilter("\"DeletedAt\" IS NULL");
        site.Property(s => s.Reference).HasMaxLength(Site.ReferenceLength);
        site.Property(s => s.Name).HasMaxLength(Site.NameLength);
        site.Property(s => s.Address).HasMaxLength(Site.AddressLength);
        site.Property(s => s.AdditionalInformation).HasMaxLength(Site.InformationLength);
        site.Property(s => s.TypeName).HasMaxLength(Site.TypeNameLength);
        site.Property(s => s.W3w).HasMaxLength(Site.W3wLength);
        site.Property(s => s.TimeZoneId).HasMaxLength(Site.TimeZoneLength);
        site.Property(s => s.Version).IsConcurrencyToken();
        // no foreign key: SQLite would build the whole table anew for it, outside a transaction; groups are never deleted
        site.HasIndex(s => s.GroupId);
        site.HasIndex(s => s.OnTestUntil).HasFilter("\"OnTestUntil\" IS NOT NULL");
        site.Ignore(s => s.Group).Ignore(s => s.DisplayName);
    }
}
