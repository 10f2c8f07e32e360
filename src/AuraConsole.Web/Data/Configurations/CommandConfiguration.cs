using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class CommandConfiguration : IEntityTypeConfiguration<Command>
{
    public void Configure(EntityTypeBuilder<Command> command)
    {
        command.Property(c => c.Id).ValueGeneratedNever();
        command.HasIndex(c => c.State);
        command.HasIndex(c => new { c.AskedAt, c.State });
        command.HasIndex(c => c.ReasonState).HasFilter("\"ReasonState\" IS NOT NULL");
        command.HasIndex(c => c.CustomerAuraId).HasFilter("\"CustomerAuraId\" IS NOT NULL");
        command.HasIndex(c => c.CalloutAuraId).HasFilter("\"CalloutAuraId\" IS NOT NULL");
        command.HasOne(c => c.Site).WithMany().HasForeignKey(c => c.SiteId).OnDelete(DeleteBehavior.Restrict);
        command.Property(c => c.AskedById).HasMaxLength(Command.NameLength);
        command.Property(c => c.AskedByName).HasMaxLength(Command.NameLength);
        command.Property(c => c.Reason).HasMaxLength(Command.ReasonLength);
        command.Property(c => c.IncidentNumber).HasMaxLength(Callout.IncidentNumberLength);
        command.Property(c => c.AuraMessage).HasMaxLength(Command.MessageLength);
        command.Ignore(c => c.IsOpen);
    }
}
