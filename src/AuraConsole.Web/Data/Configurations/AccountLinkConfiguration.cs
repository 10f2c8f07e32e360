using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class AccountLinkConfiguration : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> link)
    {
        link.Property(l => l.Id).ValueGeneratedNever();
        link.Property(l => l.Hash).HasMaxLength(AccountLink.HashLength);
        link.HasIndex(l => l.Hash).IsUnique();
        link.HasOne<ConsoleUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
