using AuraConsole.Web.Components;
using AuraConsole.Web.Features.History.Reading;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.JSInterop;

namespace AuraConsole.Web.Features.History.Pages;

/// <summary>Every callout ever, by what the address says.</summary>
public sealed partial class HistoryPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private HistoryState _state = new(new HistoryFilter());
    private HistoryChoices _choices = HistoryChoices.None;
    private HistoryPart? _page;
    private HistoryCount? _count;
    private HistoryFilter? _counted;
    private string? _zone;
    private int _turn;
    private bool _isFailed;

    [Inject]
    private HistoryQueries Queries { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ILogger<HistoryPage> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    protected override void OnInitialized()
    {
        _state = HistoryState.Read(Navigation.Uri);
        Navigation.LocationChanged += Follow;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        // which days are meant only the browser knows
        _zone = await BrowserZone.ReadAsync(Script);
        try
        {
            _choices = await Queries.ChoicesAsync(Scopes.Of((await Authentication).User), _gone.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            return;
        }
        await LoadAsync();
        StateHasChanged();
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= Follow;
        _gone.Cancel();
        _gone.Dispose();
    }

    private void Follow(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).AbsolutePath != "/history")
            return;
        _ = InvokeAsync(async () =>
        {
            _state = HistoryState.Read(change.Location);
            await LoadAsync();
            StateHasChanged();
        });
    }

    /// <summary>Letters that follow one another are one step back, everything else is a step of its own.</summary>
    private void Show(HistoryState state)
    {
        var isTyping = state.Asked with { Text = "" } == _state.Asked with { Text = "" } && state.Asked.Text != _state.Asked.Text;
        Navigation.NavigateTo((state with { After = null, Zone = state.HasTime ? state.Zone ?? _zone : null }).Address(), replace: isTyping);
    }

    private void ShowView(string query) => Navigation.NavigateTo($"/history?{query}");

    private async Task LoadAsync()
    {
        if (_zone is null || _gone.IsCancellationRequested)
            return;
        var (turn, state) = (++_turn, _state);
        try
        {
            var scope = Scopes.Of((await Authentication).User);
            var filter = state.Filter(_zone, Time.GetUtcNow());
            var page = await Queries.PageAsync(filter, scope, state.After, HistoryQueries.MostLines, _gone.Token);
            if (turn != _turn)
                return;
            (_page, _isFailed) = (page, false);
            if (_counted == filter)
                return;
            (_count, _counted) = (null, filter);
            StateHasChanged();
            // the list first: counting may look further than the first page
            await Task.Yield();
            var count = await Queries.CountAsync(filter, scope, _gone.Token);
            if (turn == _turn)
                _count = count;
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // the page is gone
        }
        catch (SqliteException failure)
        {
            Log.NotRead(Logger, failure);
            (_page, _isFailed) = (null, true);
        }
    }

    private static List<HistoryLine> Lines(HistoryPart page) => [.. page.Lines];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "History could not be read")]
        public static partial void NotRead(ILogger logger, Exception failure);
    }
}
