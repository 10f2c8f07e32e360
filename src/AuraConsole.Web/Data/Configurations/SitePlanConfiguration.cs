using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class SitePlanConfiguration
    : IEntityTypeConfiguration<SitePlan>, IEntityTypeConfiguration<PlanStep>, IEntityTypeConfiguration<PlanTick>
{
    public void Configure(EntityTypeBuilder<SitePlan> plan)
    {
        plan.HasIndex(p => new { p.SiteId, p.Number }).IsUnique();
        plan.HasIndex(p => new { p.GroupId, p.Number }).IsUnique();
        plan.HasOne<Site>().WithMany().HasForeignKey(p => p.SiteId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<SiteGroup>().WithMany().HasForeignKey(p => p.GroupId).OnDelete(DeleteBehavior.Restrict);
        plan.HasMany(p => p.Steps).WithOne().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.Restrict);
        plan.Property(p => p.ByName).HasMaxLength(SitePlan.NameLength);
    }

    public void Configure(EntityTypeBuilder<PlanStep> step) => step.Property(s => s.Text).HasMaxLength(PlanStep.TextLength);

    public void Configure(EntityTypeBuilder<PlanTick> tick)
    {
        // of two people who tick one step at once, one did it
        tick.HasIndex(t => new { t.CalloutId, t.StepId }).IsUnique();
        tick.HasOne<Callout>().WithMany().HasForeignKey(t => t.CalloutId).OnDelete(DeleteBehavior.Restrict);
        tick.HasOne<PlanStep>().WithMany().HasForeignKey(t => t.StepId).OnDelete(DeleteBehavior.Restrict);
        tick.Property(t => t.ById).HasMaxLength(AuditRecord.ActorLength);
        tick.Property(t => t.ByName).HasMaxLength(SitePlan.NameLength);
    }
}
