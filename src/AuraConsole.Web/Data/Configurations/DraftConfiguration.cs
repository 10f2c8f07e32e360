using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.HasKey(d => new { d.UserId, d.Key });
        draft.HasIndex(d => d.UpdatedAt);
        draft.Property(d => d.UserId).HasMaxLength(Draft.UserIdLength);
        draft.Property(d => d.Key).HasMaxLength(Draft.KeyLength);
        draft.Property(d => d.Body).HasMaxLength(Draft.MostBytes);
    }
}
