using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Features.Sites.Showing;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Radzen;

namespace AuraConsole.Web.Features.Sites.Pages;

public sealed partial class SiteListPage : IDisposable
{
    internal static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(150);

    private readonly CancellationTokenSource _cts = new();
    private CancellationTokenSource? _typing;
    private IDisposable? _subscription;
    private GridList<SiteLine> _list = default!;
    private SiteListQuery _query = new();
    private SiteSyncResult? _sync;
    private string _typed = "";
    private IReadOnlySet<SiteOrder> _columns = SiteColumns.Standard.ToHashSet();
    private bool _isLoaded;
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

    private string? Total => _list.Total switch
    {
        null => null,
        1 => SitesText.TotalOne,
        _ => string.Format(CultureInfo.CurrentCulture, SitesText.TotalMany, _list.Total),
    };

    protected override void OnInitialized()
    {
        _list = new GridList<SiteLine>(ListAsync, SiteQueries.MostLines, StateHasChanged);
        _subscription = Feed.Subscribe(() => InvokeAsync(_list.RefreshAsync));
    }

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
        await _list.RefreshAsync();
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _typing?.Cancel();
        _typing?.Dispose();
        _cts.Cancel();
        _cts.Dispose();
        _list.Dispose();
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
        _list.StartAnew();
        await Preferences.WriteAsync((await Authentication).User.UserId(), UserPreferences.SiteColumns, SiteColumns.Write(columns), CancellationToken.None);
        await _list.RefreshAsync();
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

    private async Task<ListStretch<SiteLine>> ListAsync(int skip, int take, CancellationToken gone) =>
        await Queries.ListAsync(_query, Scopes.Of((await Authentication).User), skip, take, gone);

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
