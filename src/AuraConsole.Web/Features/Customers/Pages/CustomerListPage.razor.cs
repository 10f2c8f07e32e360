using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Customers.Showing;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Data.Sqlite;
using Radzen;
using Radzen.Blazor;

namespace AuraConsole.Web.Features.Customers.Pages;

public sealed partial class CustomerListPage : IDisposable
{
    internal static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(150);

    private readonly CancellationTokenSource _cts = new();
    private CancellationTokenSource? _typing;
    private IDisposable? _subscription;
    private RadzenDataGrid<CustomerLine>? _grid;
    private IReadOnlyList<CustomerLine>? _lines;
    private CustomerListQuery _query = new();
    private Scope _scope = Scope.Nothing;
    private string _typed = "";
    private int? _total;
    private int _generation;
    private bool _sees = true;
    private bool _isLoaded;
    private bool _isLooking;
    private bool _isFailed;

    [Inject]
    private CustomerQueries Queries { get; set; } = default!;

    [Inject]
    private CustomerFeed Feed { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "deleted")]
    private bool WithDeleted { get; set; }

    [SupplyParameterFromQuery(Name = "lookup")]
    private bool LookUp { get; set; }

    private bool IsFiltered => _query.Text.Length > 0 || _query.State is not null;

    private string? Total => _total switch
    {
        null => null,
        1 => CustomersText.TotalOne,
        _ => Say.With(CustomersText.TotalMany, _total),
    };

    protected override void OnInitialized() => _subscription = Feed.Subscribe(() => InvokeAsync(RefreshAsync));

    protected override async Task OnParametersSetAsync()
    {
        var query = _query with { State = Enum.TryParse<SubscriptionState>(State, ignoreCase: true, out var asked) ? asked : null, WithDeleted = WithDeleted };
        if (_isLoaded && query == _query)
            return;
        _isLooking |= !_isLoaded && LookUp;
        (_isLoaded, _query) = (true, query);
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

    private static string Address(int id) => FormattableString.Invariant($"/customers/{id}");

    private static string NameOf(CustomerLine line) => line.IsErased
        ? Say.With(CustomersText.ErasedTitle, line.AuraId)
        : line.Name ?? Say.With(CustomersText.Nameless, line.AuraId);

    /// <summary>Unlike the other choices what is typed does not stand in the address: it may be somebody's name or number.</summary>
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
        _query = _query with { Text = _typed.Trim() };
        await RefreshAsync();
    }

    private void Filter(ChangeEventArgs change) => Show(change.Value as string, _query.WithDeleted);

    private void ShowDeleted(ChangeEventArgs change) => Show(_query.State?.ToString(), change.Value is true);

    private void Show(string? state, bool withDeleted) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            ["state"] = string.IsNullOrEmpty(state) ? null : state,
            ["deleted"] = withDeleted ? true : null,
        }),
        replace: true);

    private void Open(CustomerLine? line)
    {
        if (line is not null)
            Navigation.NavigateTo(Address(line.Id));
    }

    /// <summary>Counts first: the grid comes and goes with having something to show, because an empty one does not load again.</summary>
    private async Task RefreshAsync()
    {
        if (_cts.IsCancellationRequested)
            return;
        _scope = Scopes.Of((await Authentication).User);
        _sees = _scope.Covers(null);
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
        if (await PageAsync(args.Skip ?? 0, args.Top ?? CustomerQueries.MostLines) is not { } page)
            return;
        Count(page);
        if (page.Lines.Count > 0)
            _lines = page.Lines;
        else
            StartAnew();
    }

    private async Task<CustomerLines?> PageAsync(int skip, int take)
    {
        try
        {
            var page = await Queries.ListAsync(_query, _scope, skip, take, _cts.Token);
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

    private void Count(CustomerLines page)
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
}
