using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

internal sealed class DeliveryHourConfiguration : IEntityTypeConfiguration<DeliveryHour>
{
    public void Configure(EntityTypeBuilder<DeliveryHour> hour) => hour.HasKey(h => h.Hour);
}
