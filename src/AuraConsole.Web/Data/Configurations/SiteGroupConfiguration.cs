using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class SiteGroupConfiguration : IEntityTypeConfiguration<SiteGroup>
{
    public void Configure(EntityTypeBuilder<SiteGroup> group)
    {
        group.Property(g => g.Name).HasMaxLength(SiteGroup.NameLength).UseCollation("NOCASE");
        group.HasIndex(g => g.Name).IsUnique();
    }
}
