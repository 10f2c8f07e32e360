using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class ImportConfiguration :
    IEntityTypeConfiguration<ImportProfile>, IEntityTypeConfiguration<ImportDraft>, IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<ImportRunRow>
{
    public void Configure(EntityTypeBuilder<ImportProfile> profile)
    {
        profile.HasKey(p => p.Signature);
        profile.Property(p => p.Signature).HasMaxLength(ImportProfile.SignatureLength);
        profile.Property(p => p.Mapping).HasMaxLength(ImportProfile.MappingLength);
        profile.HasIndex(p => p.UsedAt);
    }

    public void Configure(EntityTypeBuilder<ImportDraft> draft)
    {
        draft.HasKey(d => d.UserId);
        draft.Property(d => d.UserId).HasMaxLength(ImportDraft.UserIdLength);
        draft.Property(d => d.FileName).HasMaxLength(ImportDraft.FileNameLength);
        draft.Property(d => d.Mapping).HasMaxLength(ImportProfile.MappingLength);
    }

    public void Configure(EntityTypeBuilder<ImportRun> run)
    {
        run.Property(r => r.Id).ValueGeneratedNever();
        run.Property(r => r.FileName).HasMaxLength(ImportDraft.FileNameLength);
        run.Property(r => r.StartedById).HasMaxLength(ImportRun.ActorLength);
        run.Property(r => r.StartedByName).HasMaxLength(ImportRun.NameLength);
        run.Property(r => r.ApprovedById).HasMaxLength(ImportRun.ActorLength);
        run.Property(r => r.ApprovedByName).HasMaxLength(ImportRun.NameLength);
        run.Property(r => r.Held).HasMaxLength(ImportRun.HeldLength);
        run.Property(r => r.AuraMessage).HasMaxLength(ImportRun.NoteLength);
        run.Property(r => r.CallbackHash).HasMaxLength(ImportRun.HashLength);
        run.Property(r => r.Version).IsConcurrencyToken();
        run.HasIndex(r => r.StartedAt);
        run.HasIndex(r => r.State);
        run.Ignore(r => r.IsOpen);
    }

    public void Configure(EntityTypeBuilder<ImportRunRow> row)
    {
        row.Property(r => r.Reference).HasMaxLength(Site.ReferenceLength);
        row.Property(r => r.Wanted).HasMaxLength(ImportRunRow.DetailsLength);
        row.Property(r => r.Note).HasMaxLength(ImportRunRow.NoteLength);
        row.HasIndex(r => new { r.RunId, r.State, r.Number });
        row.HasIndex(r => new { r.RunId, r.Number }).IsUnique();
        row.HasOne<ImportRun>().WithMany().HasForeignKey(r => r.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
