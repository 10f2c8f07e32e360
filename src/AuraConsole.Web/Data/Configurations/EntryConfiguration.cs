using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class EntryConfiguration : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> entry)
    {
        entry.HasIndex(e => new { e.CalloutId, e.At });
        // a message that was read twice is one entry
        entry.HasIndex(e => new { e.CalloutId, e.AuraEventId }).IsUnique().HasFilter("\"AuraEventId\" IS NOT NULL");
        entry.HasIndex(e => e.Sending).HasFilter("\"Sending\" IS NOT NULL");
        entry.Property(e => e.Remark).HasMaxLength(Entry.RemarkLength);
        entry.Property(e => e.Detail).HasMaxLength(Entry.DetailLength);
        entry.Property(e => e.By).HasMaxLength(Entry.ByLength);
    }
}
