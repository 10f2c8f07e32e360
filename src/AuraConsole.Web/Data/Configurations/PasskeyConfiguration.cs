using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

/// <summary>
/// As Identity's third schema has it. Said here, because Identity asks the services for its schema's version, and a context that was made
/// without them would know other tables.
/// </summary>
internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<string>>
{
    private const int CredentialIdLength = 1024;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<string>> passkey)
    {
        passkey.ToTable("AspNetUserPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(CredentialIdLength);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<ConsoleUser>().WithMany().HasForeignKey(p => p.UserId).IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}
