using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Components.Map;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace AuraConsole.Web.Components.Callouts.Customers;

/// <summary>Says where somebody is: by a pin, by coordinates, by a full plus code, or by this browser's own location.</summary>
public sealed partial class PlacePicker : IAsyncDisposable
{
    private ElementReference _ground;
    private DotNetObjectReference<PlacePicker>? _self;
    private IJSObjectReference? _script;
    private IJSObjectReference? _map;
    private string _code = "";
    private string? _fault;
    private string? _took;
    private bool _asking;
    private bool _mapFailed;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private IOptions<MapOptions> Map { get; set; } = default!;

    [Parameter, EditorRequired]
    public PlaceInput Input { get; set; } = default!;

    /// <summary>Whether a radius of uncertainty is asked for.</summary>
    [Parameter]
    public bool WithAccuracy { get; set; } = true;

    /// <summary>The place is another one, or none yet.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <summary>Called by pin.js; what a browser says is checked like what is typed.</summary>
    [JSInvokable]
    public async Task HandlePin(double latitude, double longitude)
    {
        if (!Places.IsPlace(latitude, longitude))
            return;
        Input.Set(latitude, longitude, null);
        (_fault, _took) = (null, null);
        await OnChanged.InvokeAsync();
        StateHasChanged();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            _self = DotNetObjectReference.Create(this);
            _script = await Script.InvokeAsync<IJSObjectReference>("import", "./js/map/place.js");
            double[]? at = Input.Position is { } known ? [known.Latitude, known.Longitude] : null;
            _map = await _script.InvokeAsync<IJSObjectReference>("create", _ground, _self, MapSettings.Of(Map.Value), RaiseCustomerText.PinTitle, at);
            // typed while the map was loading
            if (Input.Position is { } typed && (typed.Latitude != at?[0] || typed.Longitude != at?[1]))
                await _map.InvokeVoidAsync("show", typed.Latitude, typed.Longitude);
        }
        catch (JSDisconnectedException)
        {
            // the browser is gone
        }
        catch (JSException)
        {
            _mapFailed = true;
            StateHasChanged();
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_map is not null)
            {
                await _map.InvokeVoidAsync("remove");
                await _map.DisposeAsync();
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

    private Task TypedAsync()
    {
        Input.Forget();
        (_fault, _took) = (null, null);
        return ShowAsync();
    }

    private async Task UseCodeAsync()
    {
        var fault = PlusCode.Read(_code, out var middle, out var radius);
        _took = null;
        _fault = fault switch
        {
            PlusCodeFault.None => null,
            PlusCodeFault.Short => RaiseCustomerText.PlusCodeShort,
            _ => RaiseCustomerText.PlusCodeBad,
        };
        if (fault != PlusCodeFault.None)
            return;
        Input.Set(middle.Latitude, middle.Longitude, radius);
        await ShowAsync();
    }

    private async Task UseHereAsync()
    {
        (_asking, _fault, _took) = (true, null, null);
        try
        {
            await using var module = await Script.InvokeAsync<IJSObjectReference>("import", "./js/here.js");
            var here = await module.InvokeAsync<BrowserPlace>("once");
            _fault = here.Sentence;
            if (here.Position is not { } position)
                return;
            Input.Set(position.Latitude, position.Longitude, position.AccuracyMetres);
            _took = Say.With(RaiseCustomerText.HereTook, Input.Accuracy);
            await ShowAsync();
        }
        catch (JSException)
        {
            _fault = RaiseCustomerText.HereFailed;
        }
        finally
        {
            _asking = false;
        }
    }

    private async Task ShowAsync()
    {
        if (_map is not null && Input.Position is { } place)
            await _map.InvokeVoidAsync("show", place.Latitude, place.Longitude);
        await OnChanged.InvokeAsync();
    }
}
