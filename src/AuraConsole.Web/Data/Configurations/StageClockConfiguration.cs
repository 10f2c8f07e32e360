using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class StageClockConfiguration : IEntityTypeConfiguration<StageClockPreset>, IEntityTypeConfiguration<StageClockAssignment>
{
    public void Configure(EntityTypeBuilder<StageClockPreset> preset)
    {
        preset.Property(p => p.Name).HasMaxLength(StageClockPreset.NameLength).UseCollation("NOCASE");
        preset.HasIndex(p => p.Name).IsUnique();
        preset.Property(p => p.Style).HasMaxLength(StageClockPreset.StyleLength);
        preset.Property(p => p.Confidence).HasMaxLength(StageClockPreset.ConfidenceLength);
        preset.Property(p => p.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<StageClockAssignment> assignment)
    {
        assignment.Property(a => a.ResponseType).HasMaxLength(Callout.TextLength).UseCollation("NOCASE");
        assignment.HasIndex(a => a.ResponseType).IsUnique();
        assignment.HasOne(a => a.Preset).WithMany().HasForeignKey(a => a.PresetId).OnDelete(DeleteBehavior.Restrict);
        assignment.Property(a => a.Version).IsConcurrencyToken();
    }
}
