using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class SiteTestConfiguration : IEntityTypeConfiguration<SiteTest>
{
    public void Configure(EntityTypeBuilder<SiteTest> test)
    {
        test.HasOne(t => t.Site).WithMany().HasForeignKey(t => t.SiteId).OnDelete(DeleteBehavior.Restrict);
        // one at a time, so that their times never overlap and a callout belongs to one
        test.HasIndex(t => t.SiteId).IsUnique().HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("IX_SiteTests_Open");
        test.HasIndex(t => new { t.SiteId, t.StartedAt });
        test.Property(t => t.Reason).HasMaxLength(SiteTest.ReasonLength);
        test.Property(t => t.ByName).HasMaxLength(SiteTest.NameLength);
        test.Property(t => t.EndedByName).HasMaxLength(SiteTest.NameLength);
    }
}
