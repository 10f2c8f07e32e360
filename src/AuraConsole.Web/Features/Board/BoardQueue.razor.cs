using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Board.Bulk;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Clocks;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace AuraConsole.Web.Features.Board;

/// <summary>The queue: drawn from the board in memory, never from the database.</summary>
public sealed partial class BoardQueue : IAsyncDisposable
{
    /// <summary>How long typing may pause before the address bar follows: each of its changes draws the whole page.</summary>
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(400);

    private readonly QueueViewModel _model = new();
    private readonly List<IDisposable> _subscriptions = [];
    private ITimer? _typing;
    private ElementReference _list;
    private DotNetObjectReference<BoardQueue>? _self;
    private IJSObjectReference? _script;
    private IJSObjectReference? _watch;
    private Operator? _me;
    private QueueAddress _seen = new(BoardTab.All, QueueFilter.None);
    private IReadOnlyCollection<BoardRow> _rows = [];
    private BulkKind? _bulk;
    private long? _revealed;

    [Inject]
    private VisibleBoard Board { get; set; } = default!;

    [Inject]
    private StageClocks Clocks { get; set; } = default!;

    [Inject]
    private Presence Presence { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

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
        _subscriptions.Add(Board.Subscribe(() => InvokeAsync(Refresh)));
        foreach (var feed in new[] { Clocks.Feed, Presence.Feed })
            _subscriptions.Add(feed.Subscribe(() => InvokeAsync(Refresh)));
        Navigation.LocationChanged += HandleLocationChanged;
        _me = Operator.From((await Authentication).User);
        _model.UserId = _me.Id;
        _seen = QueueAddress.Read(Navigation.Uri);
        _model.Show(_seen);
        Take();
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
        _subscriptions.ForEach(subscription => subscription.Dispose());
        _typing?.Dispose();
        Navigation.LocationChanged -= HandleLocationChanged;
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
        Take();
        StateHasChanged();
    }

    private void Take()
    {
        var board = Board.Ordered;
        _rows = [.. board.Snapshot.Rows];
        _model.Take(board);
    }

    private bool IsAway(BoardRow row) => row.IsActive && row.OwnerId is { } owner && owner != _model.UserId && !Presence.IsOn(owner);

    private void Pick((long Id, bool Range) picked) => _model.Picks.Toggle(picked.Id, picked.Range, _model.Rows);

    private void CloseBulk() => _bulk = null;

    private void Choose(BoardTab tab)
    {
        _model.Choose(tab);
        WriteAddress();
    }

    private void Narrow(QueueFilter filter)
    {
        _model.Narrow(filter);
        WriteAddress();
    }

    private void Type(string text)
    {
        _model.Narrow(_model.Filter with { Text = text });
        _typing?.Dispose();
        _typing = Time.CreateTimer(_ => _ = InvokeAsync(WriteAddress), null, TypingPause, Timeout.InfiniteTimeSpan);
    }

    private void WriteAddress()
    {
        _typing?.Dispose();
        _typing = null;
        _seen = QueueAddress.Read(Address());
        Navigation.NavigateTo(Address(), replace: true);
    }

    private string Address() => Navigation.GetUriWithQueryParameters(new QueueAddress(_model.Tab, _model.Filter).ToQuery());

    /// <summary>Somebody followed a link or went back. A change of another part of the address leaves what is being typed alone.</summary>
    private void HandleLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        var told = QueueAddress.Read(change.Location);
        if (told == _seen)
            return;
        _seen = told;
        _ = InvokeAsync(() =>
        {
            _model.Show(told);
            StateHasChanged();
        });
    }
}
