namespace AuraConsole.E2E.Support;

/// <summary>The day in the zone of the browsers and of patrols; it has no daylight saving.</summary>
internal static class Johannesburg
{
    public static DateTime Today => DateTime.UtcNow.AddHours(2).Date;
}
