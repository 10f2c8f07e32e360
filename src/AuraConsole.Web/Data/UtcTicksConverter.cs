using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AuraConsole.Web.Data;

/// <summary>Instants as UTC ticks: SQLite cannot order or compare a DateTimeOffset.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
