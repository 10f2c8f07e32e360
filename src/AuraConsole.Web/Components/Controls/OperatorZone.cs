using Microsoft.JSInterop;

namespace AuraConsole.Web.Components.Controls;

/// <summary>The zone in which a person types and reads days and times: their browser's.</summary>
public sealed class OperatorZone(IJSRuntime script)
{
    private TimeZoneInfo? _zone;

    /// <summary>UTC when the browser names a zone that this machine does not know.</summary>
    public async Task<TimeZoneInfo> ReadAsync(CancellationToken cancellationToken)
    {
        if (_zone is not null)
            return _zone;
        await using var module = await script.InvokeAsync<IJSObjectReference>("import", cancellationToken, "./js/zone.js");
        var name = await module.InvokeAsync<string?>("name", cancellationToken);
        return _zone = TimeZoneInfo.TryFindSystemTimeZoneById(name ?? "", out var found) ? found : TimeZoneInfo.Utc;
    }

    /// <summary>The first instant of a day there, also where a change to summer time skips midnight.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(midnight, zone), TimeSpan.Zero);
    }
}
