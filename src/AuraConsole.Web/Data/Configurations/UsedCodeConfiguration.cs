using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class UsedCodeConfiguration : IEntityTypeConfiguration<UsedCode>
{
    public void Configure(EntityTypeBuilder<UsedCode> code)
    {
        code.HasKey(c => c.UserId);
        code.HasOne<ConsoleUser>().WithOne().HasForeignKey<UsedCode>(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
