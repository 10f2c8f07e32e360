using AuraConsole.Web.Components.Callouts.Timeline;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Together;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Webhooks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>Everything about one callout, live. Reads the database once per change of that callout, and never for another.</summary>
public sealed partial class CalloutSheet : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IDisposable? _changes;
    private IDisposable? _commands;
    private Operator? _me;
    private long _shown;
    private CalloutDetail? _detail;
    private readonly TimelinePages _pages = new();
    private PresentHere? _here;
    private SheetDialog _dialog;
    private string? _message;
    private bool _loading;
    private bool _failed;

    private enum SheetDialog
    {
        None,
        StandDown,
        CloseHere,
    }

    [Inject]
    private VisibleBoard Board { get; set; } = default!;

    [Inject]
    private CommandBoard CommandBoard { get; set; } = default!;

    [Inject]
    private CalloutReader Reader { get; set; } = default!;

    [Inject]
    private TimelineChoice Choice { get; set; } = default!;

    [Inject]
    private CircuitPresence Presence { get; set; } = default!;

    [Inject]
    private MessageRequests Requests { get; set; } = default!;

    [Inject]
    private ILogger<CalloutSheet> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>AURA's callout id.</summary>
    [Parameter, EditorRequired]
    public long CalloutId { get; set; }

    /// <summary>Whether the sheet is the page, and its name the page's heading.</summary>
    [Parameter]
    public bool IsPage { get; set; }

    private bool IsStandingDown => CommandBoard.Open.Any(c => c.Kind == CommandKind.Cancel && c.CalloutId == CalloutId);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == CalloutId)
            return;
        _shown = CalloutId;
        (_detail, _message, _failed, _dialog) = (null, null, false, SheetDialog.None);
        _pages.Clear();
        _changes?.Dispose();
        _commands?.Dispose();
        _changes = Board.Subscribe(() => InvokeAsync(RefreshAsync), CalloutId);
        _commands = CommandBoard.Feed.Subscribe(() => InvokeAsync(StateHasChanged), CalloutId);
        _me = Operator.From((await Authentication).User);
        Come(_me);
        await LoadAsync();
        // what was said before anybody looked
        if (_detail is { Callout.IsActive: true })
            Requests.Ask(CalloutId);
    }

    public void Dispose()
    {
        _gone.Cancel();
        _changes?.Dispose();
        _commands?.Dispose();
        Go();
        _gone.Dispose();
    }

    private void Come(Operator me)
    {
        Go();
        _here = Presence.Enter(CalloutId, me);
    }

    private void Go()
    {
        if (_here is { } here)
            Presence.Leave(here);
        _here = null;
    }

    private void Types(TypingWhat what) => _here?.Types(what);

    private async Task RefreshAsync()
    {
        if (_detail is { } shown && !Board.Scope.Covers(shown.Callout.SiteGroupId))
        {
            _detail = null;
            StateHasChanged();
            return;
        }
        // what the ring announced may have come with the load before it
        if (_detail is null || Board.Now.Find(CalloutId)?.Version != _detail.Callout.Version)
            await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var (id, filter) = (CalloutId, Choice.Filter);
        _loading = true;
        try
        {
            Accept(id, filter, await Reader.ReadAsync(id, filter, Board.Scope, _gone.Token));
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception failure)
        {
            Log.ReadFailed(Logger, id, failure);
            _failed = id == CalloutId;
        }
        if (id == CalloutId)
            _loading = false;
        StateHasChanged();
    }

    /// <summary>Two loads may overtake each other: an older one, or one for another callout or filter, changes nothing.</summary>
    private void Accept(long id, TimelineFilter filter, CalloutDetail? read)
    {
        if (id != CalloutId || filter != Choice.Filter || read?.Callout.Version < _detail?.Callout.Version)
            return;
        (_detail, _failed) = (read ?? _detail, false);
        if (read is not null)
            _pages.Newest(read.Entries, read.HasOlder);
    }

    private Task FilterAsync(TimelineFilter filter)
    {
        Choice.Filter = filter;
        _pages.Clear();
        return LoadAsync();
    }

    private async Task ShowOlderAsync()
    {
        var (id, filter) = (CalloutId, Choice.Filter);
        if (_pages.Entries is not [.., var oldest])
            return;
        try
        {
            var (page, hasOlder) = await Reader.OlderAsync(oldest, filter, _gone.Token);
            if (id == CalloutId && filter == Choice.Filter)
                _pages.Older(page, hasOlder);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.ReadFailed(Logger, id, failure);
            _failed = true;
        }
    }

    private void CloseDialog() => _dialog = SheetDialog.None;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Callout {CalloutId} could not be read for its sheet")]
        public static partial void ReadFailed(ILogger logger, long calloutId, Exception failure);
    }
}
