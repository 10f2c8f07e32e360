using AuraConsole.Web.Components.Map;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace AuraConsole.Web.Features.Sites.Pages;

/// <summary>A map with a site's pin, which mouse and keyboard can move where that is wanted. Without tiles the outline map is its ground.</summary>
public sealed partial class SitePin : IAsyncDisposable
{
    private ElementReference _ground;
    private DotNetObjectReference<SitePin>? _self;
    private IJSObjectReference? _script;
    private IJSObjectReference? _pin;
    private (double? Latitude, double? Longitude) _shown;

    [Inject]
    private IOptions<MapOptions> Options { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Parameter]
    public double? Latitude { get; set; }

    [Parameter]
    public double? Longitude { get; set; }

    [Parameter]
    public bool IsMovable { get; set; }

    [Parameter]
    public EventCallback<(double Latitude, double Longitude)> OnMoved { get; set; }

    /// <summary>Called by pin.js; nothing outside the earth is believed.</summary>
    [JSInvokable]
    public Task HandleMoved(double latitude, double longitude)
    {
        if (!IsMovable || !IsPlace(latitude, longitude))
            return Task.CompletedTask;
        _shown = (latitude, longitude);
        return InvokeAsync(() => OnMoved.InvokeAsync((Math.Round(latitude, 6), Math.Round(longitude, 6))));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _shown = (Latitude, Longitude);
            _script = await Script.InvokeAsync<IJSObjectReference>("import", "./js/map/pin.js");
            _pin = await _script.InvokeAsync<IJSObjectReference>("create", _ground, _self, MapSettings.Of(Options.Value), Latitude, Longitude, IsMovable,
                new { label = SitesText.PinLabel, at = SitesText.PinAt });
        }
        // what was typed moves the pin; what the pin said comes back rounded, and moves nothing
        if (_pin is not null && IsElsewhere() && Latitude is { } north && Longitude is { } east && IsPlace(north, east))
        {
            _shown = (north, east);
            await _pin.InvokeVoidAsync("place", north, east);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_pin is not null)
            {
                await _pin.InvokeVoidAsync("remove");
                await _pin.DisposeAsync();
            }
            if (_script is not null)
                await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // the browser is gone, and its map with it
        }
        _self?.Dispose();
    }

    private bool IsElsewhere() => !(Math.Abs((Latitude - _shown.Latitude) ?? double.MaxValue) < 1e-6 && Math.Abs((Longitude - _shown.Longitude) ?? double.MaxValue) < 1e-6);

    private static bool IsPlace(double latitude, double longitude) => Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180;
}
