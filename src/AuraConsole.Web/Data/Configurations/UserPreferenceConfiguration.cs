using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class UserPreferenceConfiguration : IEntityTypeConfiguration<UserPreference>
{
    public void Configure(EntityTypeBuilder<UserPreference> preference)
    {
        preference.HasKey(p => new { p.UserId, p.Key });
        preference.Property(p => p.UserId).HasMaxLength(UserPreference.UserIdLength);
        preference.Property(p => p.Key).HasMaxLength(UserPreference.KeyLength);
        preference.Property(p => p.Value).HasMaxLength(UserPreference.ValueLength);
    }
}
