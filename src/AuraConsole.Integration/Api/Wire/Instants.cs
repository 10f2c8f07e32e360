using System.Globalization;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Instants as AURA's pages show them: UTC with a <c>Z</c>.</summary>
internal static class Instants
{
    public static string Write(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    public static string? Write(DateTimeOffset? instant) => instant is { } known ? Write(known) : null;
}
