using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace AuraConsole.Web.Components.Map;

/// <summary>The map: active callouts pushed from the board in memory, sites read by the browser for what it shows.</summary>
public sealed partial class CalloutMap : IAsyncDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private readonly Dictionary<int, Place> _sitePlaces = [];
    private ElementReference _ground;
    private DotNetObjectReference<CalloutMap>? _self;
    private IJSObjectReference? _script;
    private IJSObjectReference? _map;
    private IDisposable? _subscription;
    private BoardSnapshot _sent = BoardSnapshot.Empty;
    private long? _chosen;
    private int _unplaced;
    private bool _follows = true;
    private bool _tilesFail;
    private bool _isSending;

    [Inject]
    private VisibleBoard Board { get; set; } = default!;

    [Inject]
    private CalloutPlaces Places { get; set; } = default!;

    [Inject]
    private IOptions<MapOptions> Options { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    /// <summary>AURA's id of the chosen callout.</summary>
    [Parameter]
    public long? Selected { get; set; }

    [Parameter]
    public EventCallback<long> OnChosen { get; set; }

    /// <summary>The chosen one was chosen again.</summary>
    [Parameter]
    public EventCallback<long> OnOpen { get; set; }

    /// <summary>Called by map.js.</summary>
    [JSInvokable]
    public Task HandleChosen(long id) => Board.Now.Find(id) is null ? Task.CompletedTask
        : id == Selected ? OnOpen.InvokeAsync(id) : OnChosen.InvokeAsync(id);

    /// <summary>Called by map.js: the map was moved by hand.</summary>
    [JSInvokable]
    public void HandleMoved()
    {
        _follows = false;
        StateHasChanged();
    }

    /// <summary>Called by map.js: the configured tiles do not come, or come again.</summary>
    [JSInvokable]
    public void HandleTiles(bool fail)
    {
        _tilesFail = fail;
        StateHasChanged();
    }

    protected override void OnInitialized() => _subscription = Board.Subscribe(() => InvokeAsync(SendAsync));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await Script.InvokeAsync<IJSObjectReference>("import", "./js/map/map.js");
            _map = await _script.InvokeAsync<IJSObjectReference>("create", _ground, _self, MapSettings.Of(Options.Value));
            await SendAsync();
        }
        if (_map is not null && _chosen != Selected)
        {
            _chosen = Selected;
            await _map.InvokeVoidAsync("choose", Selected, _follows);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        await _cts.CancelAsync();
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
        _cts.Dispose();
    }

    private async Task ToggleFollowAsync()
    {
        _follows = !_follows;
        if (_map is not null)
            await _map.InvokeVoidAsync("follow", _follows);
    }

    private Task ShowAllAsync() => _map is null ? Task.CompletedTask : _map.InvokeVoidAsync("showAll").AsTask();

    /// <summary>Sends what changed since the last time, and again while more changes.</summary>
    private async Task SendAsync()
    {
        if (_map is null || _isSending)
            return;
        _isSending = true;
        try
        {
            while (Board.Now is { } now && !ReferenceEquals(now, _sent))
            {
                var changed = now.Active.Values.Where(row => !ReferenceEquals(_sent.Active.GetValueOrDefault(row.Id), row)).ToList();
                var gone = _sent.Active.Keys.Where(id => !now.Active.ContainsKey(id)).ToList();
                _sent = now;
                await ReadSitesAsync(changed);
                await _map.InvokeVoidAsync("change", changed.Select(MarkOf).OfType<MapMark>().ToList(), gone);
                CountUnplaced();
            }
        }
        catch (Exception ended) when (ended is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // the page is gone
        }
        finally
        {
            _isSending = false;
        }
    }

    private async Task ReadSitesAsync(List<BoardRow> rows)
    {
        var unknown = rows.Where(row => CalloutPlaces.Own(row) is null).Select(row => row.SiteId).OfType<int>()
            .Where(id => !_sitePlaces.ContainsKey(id)).Distinct().ToList();
        foreach (var (id, place) in await Places.OfSitesAsync(unknown, _cts.Token))
            _sitePlaces[id] = place;
    }

    private void CountUnplaced()
    {
        var unplaced = _sent.Active.Values.Count(row => PlaceOf(row) is null);
        if (unplaced == _unplaced)
            return;
        _unplaced = unplaced;
        StateHasChanged();
    }

    private Place? PlaceOf(BoardRow row) =>
        CalloutPlaces.Own(row) ?? (row.SiteId is { } site && _sitePlaces.TryGetValue(site, out var place) ? place : null);

    private MapMark? MarkOf(BoardRow row) => PlaceOf(row) is { } place
        ? new MapMark(row.Id, row.Stage.ToString(), NameOf(row), row.IsTest, place.Latitude, place.Longitude)
        : null;

    private static string NameOf(BoardRow row) => row.SiteName ?? row.CustomerName
        ?? (row.CustomerAuraId is { } customer ? Say.With(CalloutText.Customer, customer) : Say.With(CalloutText.Callout, row.Id));
}
