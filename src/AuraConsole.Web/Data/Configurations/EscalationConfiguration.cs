using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class EscalationConfiguration
    : IEntityTypeConfiguration<EscalationRule>, IEntityTypeConfiguration<EscalationFiring>, IEntityTypeConfiguration<EscalationHook>, IEntityTypeConfiguration<EscalationSend>
{
    public void Configure(EntityTypeBuilder<EscalationRule> rule)
    {
        rule.Property(r => r.Name).HasMaxLength(EscalationRule.NameLength).UseCollation("NOCASE");
        rule.HasIndex(r => r.Name).IsUnique();
        rule.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<EscalationFiring> firing)
    {
        // whatever looks twice fires once
        firing.HasIndex(f => new { f.RuleId, f.Subject }).IsUnique().HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("IX_EscalationFirings_Open");
        firing.Property(f => f.RuleName).HasMaxLength(EscalationRule.NameLength);
        firing.Property(f => f.Subject).HasMaxLength(EscalationFiring.SubjectLength);
        firing.Property(f => f.Place).HasMaxLength(EscalationFiring.PlaceLength);
        firing.Property(f => f.AcknowledgedByName).HasMaxLength(Command.NameLength);
        firing.Ignore(f => f.IsOpen);
    }

    public void Configure(EntityTypeBuilder<EscalationHook> hook)
    {
        hook.Property(h => h.Id).ValueGeneratedNever();
        hook.Property(h => h.Url).HasMaxLength(EscalationHook.UrlLength);
        hook.Property(h => h.Secret).HasMaxLength(EscalationHook.SecretLength);
        hook.Property(h => h.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<EscalationSend> send)
    {
        send.Property(s => s.Id).ValueGeneratedNever();
        send.HasIndex(s => new { s.State, s.NextAttemptAt });
        send.HasIndex(s => s.CreatedAt);
        send.Property(s => s.Event).HasMaxLength(EscalationSend.EventLength);
        send.Property(s => s.Body).HasMaxLength(EscalationSend.BodyLength);
        send.Property(s => s.Answer).HasMaxLength(EscalationSend.AnswerLength);
    }
}
