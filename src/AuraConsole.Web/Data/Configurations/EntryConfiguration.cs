using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class EntryConfiguration : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> entry)
    {
        entry.HasIndex(e => new { e.CalloutId, e.At });
        entry.Property(e => e.Detail).HasMaxLength(Entry.DetailLength);
        entry.Property(e => e.By).HasMaxLength(Entry.ByLength);
    }
}
