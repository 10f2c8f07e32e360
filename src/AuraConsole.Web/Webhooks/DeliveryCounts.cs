using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Webhooks;

/// <summary>Hours by their beginning, and counting at the door.</summary>
internal static class DeliveryCounts
{
    public static DateTimeOffset HourOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    public static void Add(this DeliveryHour hour, int answer)
    {
        switch (answer)
        {
            case StatusCodes.Status200OK:
                hour.Received++;
                break;
            case StatusCodes.Status401Unauthorized:
                hour.Unproven++;
                break;
            case StatusCodes.Status503ServiceUnavailable:
                hour.NotStored++;
                break;
            case StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType:
                hour.Malformed++;
                break;
            default:
                hour.BrokenOff++;
                break;
        }
    }

    public static void Add(this DeliveryHour hour, DeliveryHour more)
    {
        hour.Received += more.Received;
        hour.Repeated += more.Repeated;
        hour.Malformed += more.Malformed;
        hour.Unproven += more.Unproven;
        hour.NotStored += more.NotStored;
        hour.BrokenOff += more.BrokenOff;
        hour.Removed += more.Removed;
    }
}
