using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class SoundTestConfiguration : IEntityTypeConfiguration<SoundTest>
{
    public void Configure(EntityTypeBuilder<SoundTest> test)
    {
        test.HasIndex(t => new { t.UserId, t.Browser, t.At });
        test.Property(t => t.UserId).HasMaxLength(UserPreference.UserIdLength);
        test.Property(t => t.UserName).HasMaxLength(SoundTest.NameLength);
        test.Property(t => t.Browser).HasMaxLength(SoundTest.BrowserLength);
    }
}
