using System.Globalization;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Features.Sites.Showing;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Data.Sqlite;
using Radzen;
using Radzen.Blazor;

namespace AuraConsole.Web.Features.Sites.Pages;

public sealed partial class SiteListPage : IDisposable
{
    internal static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(150);

    private readonly CancellationTokenSource _cts = new();
    private CancellationTokenSource? _typing;
    private IDisposable? _subscription;
    private RadzenDataGrid<SiteLine>? _grid;
    private IReadOnlyList<SiteLine>? _lines;
    private SiteListQuery _query = new();
    private SiteSyncResult? _sync;
    private string _typed = "";
    private int? _total;
    private int _generation;
    private IReadOnlySet<SiteOrder> _columns = SiteColumns.Standard.ToHashSet();
    private bool _isLoaded;
    private bool _isFailed;
    private bool _isReading;

    [Inject]
    private SiteQueries Queries { get; set; } = default!;

    [Inject]
    private UserPreferences Preferences { get; set; } = default!;

    [Inject]
    private SiteTypes Types { get; set; } = default!;

    [Inject]
    private SiteDirectory Directory { get; set; } = default!;

    [Inject]
    private SiteCommands Commands { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private SiteFeed Feed { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "deleted")]
    private bool WithDeleted { get; set; }

    [SupplyParameterFromQuery(Name = "type")]
    private int? Type { get; set; }

    [SupplyParameterFromQuery(Name = "group")]
    private int? Group { get; set; }

    [SupplyParameterFromQuery(Name = "coverage")]
    private string? Coverage { get; set; }

    [SupplyParameterFromQuery(Name = "drift")]
    private bool Drifted { get; set; }

    [SupplyParameterFromQuery(Name = "test")]
    private bool OnTest { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "down")]
    private bool Descending { get; set; }

    private string? Total => _total switch
    {
        null => null,
        1 => SitesText.TotalOne,
        _ => string.Format(CultureInfo.CurrentCulture, SitesText.TotalMany, _total),
    };

    protected override void OnInitialized() => _subscription = Feed.Subscribe(() => InvokeAsync(RefreshAsync));

    protected override async Task OnParametersSetAsync()
    {
        var order = Enum.TryParse<SiteOrder>(Sort, ignoreCase: true, out var asked) ? asked : SiteOrder.Name;
        var query = new SiteListQuery((Text ?? "").Trim(), WithDeleted, order, Descending)
        {
            Type = Type,
            Group = Group,
            Coverage = Enum.TryParse<SiteCoverage>(Coverage, ignoreCase: true, out var coverage) ? coverage : null,
            Drifted = Drifted,
            OnTest = OnTest,
        };
        if (_isLoaded && query == _query)
            return;
        if (!_isLoaded)
        {
            _typed = query.Text;
            _columns = SiteColumns.Read(await Preferences.ReadAsync((await Authentication).User.UserId(), _cts.Token));
        }
        _isLoaded = true;
        _query = query;
        await RefreshAsync();
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _typing?.Cancel();
        _typing?.Dispose();
        _cts.Cancel();
        _cts.Dispose();
    }

    private async Task TypeAsync()
    {
        _typing?.Cancel();
        _typing?.Dispose();
        var typing = _typing = new CancellationTokenSource();
        try
        {
            await Task.Delay(TypingPause, Time, typing.Token);
        }
        catch (OperationCanceledException)
        {
            // another letter followed, or the page is gone
            return;
        }

        Show(_query with { Text = _typed });
    }

    private void ShowDeleted(ChangeEventArgs change) => Show(_query with { Text = _typed, WithDeleted = change.Value is true });

    /// <summary>What is shown stands in the address, so that coming back from a site leads to the same list.</summary>
    private void Show(SiteListQuery query) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(SiteListAddress.Of(query)),
        replace: true);

    private async Task ChooseAsync(IReadOnlySet<SiteOrder> columns)
    {
        _columns = columns;
        // the grid lays out its columns once
        StartAnew();
        await Preferences.WriteAsync((await Authentication).User.UserId(), UserPreferences.SiteColumns, SiteColumns.Write(columns), CancellationToken.None);
        await RefreshAsync();
    }

    private void SortBy(SiteOrder order) =>
        Show(_query with { Text = _typed, Order = order, Descending = order == _query.Order && !_query.Descending });

    private void MarkSorted(DataGridCellRenderEventArgs<SiteLine> cell)
    {
        if (cell.Column?.Property == PropertyOf(_query.Order))
            cell.Attributes["aria-sort"] = _query.Descending ? "descending" : "ascending";
    }

    private void Open(SiteLine? site)
    {
        if (site is not null)
            Navigation.NavigateTo($"/sites/{site.Id}");
    }

    /// <summary>Counts first: the grid comes and goes with having something to show, because an empty one does not load again.</summary>
    private async Task RefreshAsync()
    {
        if (_cts.IsCancellationRequested)
            return;
        if (await PageAsync(0, 1) is not { } first)
            return;
        var isShown = _grid is not null && _total > 0;
        Count(first);
        if (isShown && _total > 0)
            await _grid!.RefreshDataAsync();
        StateHasChanged();
    }

    private async Task LoadAsync(LoadDataArgs args)
    {
        // the grid reads its rows right after this, and gets them by this page's rendering, which must not wait for its own
        await Task.Yield();
        if (await PageAsync(args.Skip ?? 0, args.Top ?? SiteQueries.MostLines) is not { } page)
            return;
        Count(page);
        if (page.Lines.Count > 0)
            _lines = page.Lines;
        else
            StartAnew();
    }

    private async Task<SiteLines?> PageAsync(int skip, int take)
    {
        try
        {
            var page = await Queries.ListAsync(_query, Scopes.Of((await Authentication).User), skip, take, _cts.Token);
            _isFailed = false;
            return page;
        }
        catch (OperationCanceledException)
        {
            // the page is gone
        }
        catch (SqliteException)
        {
            // EF has logged it
            _isFailed = true;
            StartAnew();
            StateHasChanged();
        }

        return null;
    }

    private void Count(SiteLines page)
    {
        if (page.Total == 0)
            StartAnew();
        _total = page.Total;
    }

    /// <summary>The list shrank below what was in view, or vanished: the next grid begins at the top.</summary>
    private void StartAnew()
    {
        _generation++;
        _lines = null;
        _grid = null;
    }

    private async Task ReadAsync(bool removeMany)
    {
        if (_isReading)
            return;
        _isReading = true;
        _sync = null;
        try
        {
            _sync = await Commands.ReadFromAuraAsync(removeMany, (await Authentication).User, _cts.Token);
        }
        catch (OperationCanceledException) when (_cts.IsCancellationRequested)
        {
            // the page is gone; the reading goes on
        }
        finally
        {
            _isReading = false;
        }
    }

    private static string PropertyOf(SiteOrder order) => order switch
    {
        SiteOrder.Reference => nameof(SiteLine.Reference),
        SiteOrder.Address => nameof(SiteLine.Address),
        SiteOrder.Type => nameof(SiteLine.TypeId),
        SiteOrder.Coverage => nameof(SiteLine.SecurityCoverage),
        SiteOrder.State => nameof(SiteLine.IsDeleted),
        SiteOrder.Group => nameof(SiteLine.GroupName),
        SiteOrder.AuraId => nameof(SiteLine.AuraId),
        SiteOrder.ReadAt => nameof(SiteLine.ReadAt),
        _ => nameof(SiteLine.Name),
    };
}
