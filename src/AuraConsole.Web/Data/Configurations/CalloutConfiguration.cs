using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class CalloutConfiguration : IEntityTypeConfiguration<Callout>
{
    public void Configure(EntityTypeBuilder<Callout> callout)
    {
        callout.HasIndex(c => c.AuraId).IsUnique();
        callout.HasIndex(c => new { c.Stage, c.ClosedAt });
        callout.HasIndex(c => new { c.SiteId, c.FirstSeenAt });
        callout.HasIndex(c => c.IncidentNumber);
        callout.HasOne(c => c.Site).WithMany().HasForeignKey(c => c.SiteId).OnDelete(DeleteBehavior.Restrict);
        callout.HasMany(c => c.Entries).WithOne().HasForeignKey(e => e.CalloutId).OnDelete(DeleteBehavior.Restrict);
        callout.Property(c => c.SiteName).HasMaxLength(Site.NameLength);
        callout.Property(c => c.CustomerName).HasMaxLength(Callout.CustomerNameLength);
        callout.Property(c => c.SiteGroupName).HasMaxLength(SiteGroup.NameLength);
        callout.Property(c => c.Reference).HasMaxLength(Site.ReferenceLength);
        callout.Property(c => c.Address).HasMaxLength(Callout.AddressLength);
        callout.Property(c => c.TrackingUrl).HasMaxLength(Callout.UrlLength);
        callout.Property(c => c.IncidentNumber).HasMaxLength(Callout.IncidentNumberLength);
        callout.Property(c => c.LastEntryDetail).HasMaxLength(Entry.DetailLength);
        foreach (var text in new[] { nameof(Callout.AuraStatus), nameof(Callout.ResponseType), nameof(Callout.Classification), nameof(Callout.Emergency), nameof(Callout.Category), nameof(Callout.Responders), nameof(Callout.OwnerName), nameof(Callout.OwnerId), nameof(Callout.TakenFromId), nameof(Callout.TakenFromName), nameof(Callout.Outcome) })
        {
            callout.Property(text).HasMaxLength(Callout.TextLength);
        }
        callout.Property(c => c.Version).IsConcurrencyToken();
        HistoryIndexes.On(callout);
        callout.Ignore(c => c.IsCustomers).Ignore(c => c.IsTest).Ignore(c => c.IsActive);
    }
}
