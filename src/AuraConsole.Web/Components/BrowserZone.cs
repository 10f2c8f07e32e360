using AuraConsole.Web.Data;
using Microsoft.JSInterop;

namespace AuraConsole.Web.Components;

/// <summary>In which zone the browser is.</summary>
internal static class BrowserZone
{
    /// <summary>An IANA id that is known here; UTC when the browser cannot be asked, or says what is none.</summary>
    public static async Task<string> ReadAsync(IJSRuntime script)
    {
        try
        {
            await using var module = await script.InvokeAsync<IJSObjectReference>("import", "./js/zone.js");
            return LocalDays.Zone(await module.InvokeAsync<string>("zone")).Id;
        }
        catch (Exception failure) when (failure is JSException or JSDisconnectedException or OperationCanceledException)
        {
            return LocalDays.Zone(null).Id;
        }
    }
}
