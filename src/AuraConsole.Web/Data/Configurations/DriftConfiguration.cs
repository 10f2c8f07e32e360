using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class DriftConfiguration : IEntityTypeConfiguration<SiteDrift>, IEntityTypeConfiguration<DriftRun>
{
    public void Configure(EntityTypeBuilder<SiteDrift> drift)
    {
        drift.HasIndex(d => d.AuraId).IsUnique();
        drift.HasIndex(d => d.SiteId);
        drift.Property(d => d.Reference).HasMaxLength(Site.ReferenceLength);
        drift.Property(d => d.Name).HasMaxLength(Site.NameLength);
        drift.Property(d => d.Detail).HasMaxLength(SiteDrift.DetailLength);
    }

    public void Configure(EntityTypeBuilder<DriftRun> run) => run.HasIndex(r => r.At);
}
