using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class ClosureConfiguration : IEntityTypeConfiguration<Closure>
{
    public void Configure(EntityTypeBuilder<Closure> closure)
    {
        closure.HasKey(c => c.CalloutId);
        closure.Property(c => c.CalloutId).ValueGeneratedNever();
        closure.HasOne<Callout>().WithOne().HasForeignKey<Closure>(c => c.CalloutId).OnDelete(DeleteBehavior.Restrict);
        closure.HasIndex(c => c.NextAttemptAt).HasFilter("\"NextAttemptAt\" IS NOT NULL");
        closure.Property(c => c.Outcome).HasMaxLength(Callout.TextLength);
        closure.Property(c => c.Summary).HasMaxLength(Closure.SummaryLength);
        closure.Property(c => c.Responders).HasMaxLength(Callout.TextLength);
        closure.Property(c => c.Report).HasMaxLength(Closure.MostReport);
        closure.Property(c => c.MapUrl).HasMaxLength(Callout.UrlLength);
        closure.Property(c => c.MapImage).HasMaxLength(Closure.MostImage);
        closure.Property(c => c.RatingDetails).HasMaxLength(Closure.DetailsLength);
        closure.Property(c => c.RatingItems).HasMaxLength(Closure.ItemsLength);
        closure.Property(c => c.RatingRemark).HasMaxLength(Callout.TextLength);
        closure.Property(c => c.RatedBy).HasMaxLength(Entry.ByLength);
        closure.Ignore(c => c.IsComplete);
    }
}
