using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class AuditRecordConfiguration : IEntityTypeConfiguration<AuditRecord>
{
    public void Configure(EntityTypeBuilder<AuditRecord> record)
    {
        record.Property(r => r.Id).ValueGeneratedNever();
        record.Property(r => r.ById).HasMaxLength(AuditRecord.ActorLength);
        record.Property(r => r.ByName).HasMaxLength(ConsoleUser.DisplayNameLength);
        record.Property(r => r.Kind).HasMaxLength(AuditRecord.KindLength);
        record.Property(r => r.Subject).HasMaxLength(AuditRecord.SubjectLength);
        record.Property(r => r.Detail).HasMaxLength(AuditRecord.DetailLength);
        record.Property(r => r.Seal).HasMaxLength(AuditRecord.SealLength);
        record.HasIndex(r => new { r.Subject, r.Id });
        record.HasIndex(r => new { r.Kind, r.Id });
        record.HasIndex(r => new { r.ById, r.Id });
        record.HasIndex(r => r.At);
    }
}
