using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class PatrolConfiguration : IEntityTypeConfiguration<Patrol>
{
    public void Configure(EntityTypeBuilder<Patrol> patrol)
    {
        patrol.HasIndex(p => p.FormId).IsUnique();
        patrol.HasIndex(p => p.SiteId);
        patrol.HasIndex(p => p.LastEnd);
        patrol.HasOne(p => p.Site).WithMany().HasForeignKey(p => p.SiteId).OnDelete(DeleteBehavior.Restrict);
        patrol.Property(p => p.Name).HasMaxLength(Patrol.NameLength);
        patrol.HasIndex(p => p.CustomerAuraId);
        patrol.Property(p => p.Address).HasMaxLength(Site.AddressLength);
        patrol.Property(p => p.CustomerName).HasMaxLength(Patrol.NameLength);
        patrol.Property(p => p.ServiceType).HasMaxLength(Patrol.ServiceTypeLength);
        patrol.Property(p => p.Instructions).HasMaxLength(Patrol.InstructionsLength);
        patrol.Property(p => p.ArmedPreference).HasMaxLength(Patrol.PreferenceLength);
        patrol.Property(p => p.Contacts).HasMaxLength(Patrol.ContactsLength);
        patrol.Property(p => p.TimeZoneId).HasMaxLength(Site.TimeZoneLength);
        patrol.Property(p => p.AskedByName).HasMaxLength(Command.NameLength);
        patrol.Property(p => p.AuraRequestId).HasMaxLength(Patrol.RequestIdLength);
        patrol.Property(p => p.Days).HasConversion<int>();
        patrol.Ignore(p => p.Place).Ignore(p => p.IsLive).Ignore(p => p.MayCancel);
    }
}

internal sealed class PatrolCommandConfiguration : IEntityTypeConfiguration<PatrolCommand>
{
    public void Configure(EntityTypeBuilder<PatrolCommand> command)
    {
        command.Property(c => c.Id).ValueGeneratedNever();
        command.HasIndex(c => c.State);
        command.HasOne(c => c.Patrol).WithMany(p => p.Commands).HasForeignKey(c => c.PatrolId).OnDelete(DeleteBehavior.Restrict);
        command.Property(c => c.AskedById).HasMaxLength(Command.NameLength);
        command.Property(c => c.AskedByName).HasMaxLength(Command.NameLength);
        command.Property(c => c.Reason).HasMaxLength(Command.ReasonLength);
        command.Property(c => c.Body).HasMaxLength(PatrolCommand.BodyLength);
        command.Property(c => c.AuraMessage).HasMaxLength(Command.MessageLength);
        command.Property(c => c.SettledByName).HasMaxLength(Command.NameLength);
        command.Property(c => c.SettledText).HasMaxLength(Command.ReasonLength);
        command.Ignore(c => c.IsOpen);
    }
}

internal sealed class PatrolOccurrenceConfiguration : IEntityTypeConfiguration<PatrolOccurrence>
{
    public void Configure(EntityTypeBuilder<PatrolOccurrence> occurrence)
    {
        // laying out twice makes nothing twice
        occurrence.HasIndex(o => new { o.PatrolId, o.StartsAt }).IsUnique();
        occurrence.HasIndex(o => new { o.State, o.StartsAt });
        occurrence.HasIndex(o => o.StartsAt);
        occurrence.HasOne(o => o.Patrol).WithMany(p => p.Occurrences).HasForeignKey(o => o.PatrolId).OnDelete(DeleteBehavior.Restrict);
        occurrence.Property(o => o.MarkedByName).HasMaxLength(Command.NameLength);
        occurrence.Property(o => o.AcknowledgedByName).HasMaxLength(Command.NameLength);
        occurrence.Property(o => o.Note).HasMaxLength(PatrolOccurrence.NoteLength);
        occurrence.Ignore(o => o.IsLate);
    }
}
