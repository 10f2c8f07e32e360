using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class WallboardTokenConfiguration : IEntityTypeConfiguration<WallboardToken>
{
    public void Configure(EntityTypeBuilder<WallboardToken> token)
    {
        // made by us together with the secret, not by the database
        token.Property(t => t.Id).ValueGeneratedNever();
        token.Property(t => t.Name).HasMaxLength(WallboardToken.NameLength);
        token.Property(t => t.CreatedBy).HasMaxLength(WallboardToken.CreatedByLength);
        token.Property(t => t.Hash).HasMaxLength(WallboardToken.HashLength);
        token.HasIndex(t => t.CreatedAt);
    }
}
