using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class SiteDossierConfiguration
    : IEntityTypeConfiguration<SiteDossier>, IEntityTypeConfiguration<SiteContact>, IEntityTypeConfiguration<SiteCodeWord>
{
    public void Configure(EntityTypeBuilder<SiteDossier> dossier)
    {
        dossier.HasKey(d => d.SiteId);
        dossier.Property(d => d.SiteId).ValueGeneratedNever();
        dossier.HasOne<Site>().WithOne().HasForeignKey<SiteDossier>(d => d.SiteId).OnDelete(DeleteBehavior.Restrict);
        dossier.Property(d => d.Access).HasMaxLength(SiteDossier.TextLength);
        dossier.Property(d => d.Hazards).HasMaxLength(SiteDossier.TextLength);
        dossier.Property(d => d.Instructions).HasMaxLength(SiteDossier.TextLength);
        dossier.Property(d => d.Version).IsConcurrencyToken();
        dossier.HasMany(d => d.Contacts).WithOne().HasForeignKey(c => c.SiteId).OnDelete(DeleteBehavior.Cascade);
        dossier.HasMany(d => d.CodeWords).WithOne().HasForeignKey(c => c.SiteId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SiteContact> contact)
    {
        contact.Property(c => c.Name).HasMaxLength(SiteContact.NameLength);
        contact.Property(c => c.Relation).HasMaxLength(SiteContact.RelationLength);
        contact.Property(c => c.Phone).HasMaxLength(SiteContact.PhoneLength);
        contact.Property(c => c.Note).HasMaxLength(SiteContact.NoteLength);
    }

    public void Configure(EntityTypeBuilder<SiteCodeWord> word)
    {
        word.Property(c => c.Label).HasMaxLength(SiteCodeWord.LabelLength);
        word.Property(c => c.Protected).HasMaxLength(SiteCodeWord.ProtectedLength);
    }
}
