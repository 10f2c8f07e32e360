using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class HandoverConfiguration
    : IEntityTypeConfiguration<Handover>, IEntityTypeConfiguration<HandoverItem>, IEntityTypeConfiguration<HandoverReceipt>
{
    public void Configure(EntityTypeBuilder<Handover> handover)
    {
        handover.HasIndex(h => h.FormId).IsUnique();
        // one at a time for each person
        handover.HasIndex(h => h.OutgoingId).IsUnique().HasFilter("\"ReceivedAt\" IS NULL AND \"WithdrawnAt\" IS NULL").HasDatabaseName("IX_Handovers_Open");
        handover.Property(h => h.OutgoingId).HasMaxLength(AuditRecord.ActorLength);
        handover.Property(h => h.OutgoingName).HasMaxLength(Handover.NameLength);
        handover.Property(h => h.Notes).HasMaxLength(Handover.NotesLength);
        handover.HasMany(h => h.Items).WithOne(i => i.Handover).HasForeignKey(i => i.HandoverId).OnDelete(DeleteBehavior.Cascade);
        handover.HasMany(h => h.Receipts).WithOne().HasForeignKey(r => r.HandoverId).OnDelete(DeleteBehavior.Cascade);
        handover.Ignore(h => h.IsOpen);
    }

    public void Configure(EntityTypeBuilder<HandoverItem> item)
    {
        item.HasIndex(i => new { i.HandoverId, i.Number }).IsUnique();
        item.Property(i => i.Subject).HasMaxLength(AuditRecord.SubjectLength);
        item.Property(i => i.Title).HasMaxLength(HandoverItem.TitleLength);
        item.Property(i => i.Place).HasMaxLength(HandoverItem.PlaceLength);
        item.Property(i => i.OwnerName).HasMaxLength(Handover.NameLength);
        item.Property(i => i.Detail).HasMaxLength(HandoverItem.DetailLength);
        item.Property(i => i.Address).HasMaxLength(HandoverItem.TitleLength);
        item.Property(i => i.ConfirmedById).HasMaxLength(AuditRecord.ActorLength);
        item.Property(i => i.ConfirmedByName).HasMaxLength(Handover.NameLength);
    }

    public void Configure(EntityTypeBuilder<HandoverReceipt> receipt)
    {
        receipt.HasIndex(r => new { r.HandoverId, r.UserId }).IsUnique();
        receipt.Property(r => r.UserId).HasMaxLength(AuditRecord.ActorLength);
        receipt.Property(r => r.UserName).HasMaxLength(Handover.NameLength);
        receipt.Property(r => r.Remarks).HasMaxLength(HandoverReceipt.RemarksLength);
    }
}
