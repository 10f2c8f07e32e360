using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class ScopedGroupConfiguration : IEntityTypeConfiguration<ScopedGroup>
{
    public void Configure(EntityTypeBuilder<ScopedGroup> scoped)
    {
        scoped.HasKey(s => new { s.UserId, s.GroupId });
        scoped.HasOne<ConsoleUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        scoped.HasOne<SiteGroup>().WithMany().HasForeignKey(s => s.GroupId).OnDelete(DeleteBehavior.Cascade);
    }
}
