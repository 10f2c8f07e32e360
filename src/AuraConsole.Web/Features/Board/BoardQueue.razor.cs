using AuraConsole.Web.Outbound;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace AuraConsole.Web.Features.Board;

/// <summary>The queue: drawn from the board in memory, never from the database.</summary>
public sealed partial class BoardQueue : IAsyncDisposable
{
    private readonly QueueViewModel _model = new();
    private ElementReference _list;
    private DotNetObjectReference<BoardQueue>? _self;
    private IJSObjectReference? _script;
    private IJSObjectReference? _watch;
    private IDisposable? _subscription;
    private long? _revealed;
    private int _filterKey;

    [Inject]
    private Live.Board Board { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>AURA's id of the callout in the sheet.</summary>
    [Parameter]
    public long? Selected { get; set; }

    [Parameter]
    public EventCallback<long> OnChosen { get; set; }

    [Parameter]
    public EventCallback OnRaise { get; set; }

    private long? TabStop => _model.Rows.Any(row => row.Id == Selected) ? Selected : _model.Rows.Count > 0 ? _model.Rows[0].Id : null;

    private string EmptyTitle => _model.Hidden > 0 ? BoardText.EmptyFiltered : _model.Tab switch
    {
        BoardTab.New => BoardText.EmptyNew,
        BoardTab.Mine => BoardText.EmptyMine,
        BoardTab.Closed => BoardText.EmptyClosed,
        _ => BoardText.EmptyAll,
    };

    private string? EmptyText => _model.Hidden > 0 ? null : _model.Tab switch
    {
        BoardTab.New => BoardText.EmptyNewText,
        BoardTab.Mine => BoardText.EmptyMineText,
        BoardTab.Closed => BoardText.EmptyClosedText,
        _ => BoardText.EmptyAllText,
    };

    /// <summary>Called by queue.js: somebody works in the list, or no longer does.</summary>
    [JSInvokable]
    public void HandleHeld(bool held)
    {
        _model.Hold(held);
        StateHasChanged();
    }

    /// <summary>Shows a callout the person has just asked for, also when newcomers wait.</summary>
    public void ShowWaiting()
    {
        _model.ShowWaiting();
        StateHasChanged();
    }

    protected override async Task OnInitializedAsync()
    {
        _subscription = Board.Feed.Subscribe(() => InvokeAsync(Refresh));
        _model.UserId = Operator.From((await Authentication).User).Id;
        _model.Take(Board.Now);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await Script.InvokeAsync<IJSObjectReference>("import", "./js/queue.js");
            _watch = await _script.InvokeAsync<IJSObjectReference>("watch", _list, _self);
            await using var keys = await Script.InvokeAsync<IJSObjectReference>("import", "./js/keys.js");
            await keys.InvokeVoidAsync("listen");
        }
        if (_script is not null && Selected is { } id && id != _revealed)
        {
            _revealed = id;
            await _script.InvokeVoidAsync("reveal", _list, id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        try
        {
            if (_watch is not null)
            {
                await _watch.InvokeVoidAsync("stop");
                await _watch.DisposeAsync();
            }
            if (_script is not null)
                await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // the browser is gone, and its listeners with it
        }
        _self?.Dispose();
    }

    private void Refresh()
    {
        _model.Take(Board.Now);
        StateHasChanged();
    }

    private void ClearFilter()
    {
        // a new input, because the text in the old one belongs to the browser
        _filterKey++;
        _model.ShowRealOnly(false);
        _model.Filter(null);
    }
}
