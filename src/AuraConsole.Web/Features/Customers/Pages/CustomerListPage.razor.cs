using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Features.Customers.Showing;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Customers.Pages;

public sealed partial class CustomerListPage : IDisposable
{
    internal static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(150);

    private CancellationTokenSource? _typing;
    private IDisposable? _subscription;
    private GridList<CustomerLine> _list = default!;
    private CustomerListQuery _query = new();
    private string _typed = "";
    private bool _sees = true;
    private bool _isLoaded;
    private bool _isLooking;

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

    private string? Total => _list.Total switch
    {
        null => null,
        1 => CustomersText.TotalOne,
        _ => Say.With(CustomersText.TotalMany, _list.Total),
    };

    protected override void OnInitialized()
    {
        _list = new GridList<CustomerLine>(ReadAsync, CustomerQueries.MostLines, StateHasChanged);
        _subscription = Feed.Subscribe(() => InvokeAsync(_list.RefreshAsync));
    }

    protected override async Task OnParametersSetAsync()
    {
        var query = _query with { State = Enum.TryParse<SubscriptionState>(State, ignoreCase: true, out var asked) ? asked : null, WithDeleted = WithDeleted };
        if (_isLoaded && query == _query)
            return;
        _isLooking |= !_isLoaded && LookUp;
        (_isLoaded, _query) = (true, query);
        await _list.RefreshAsync();
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _typing?.Cancel();
        _typing?.Dispose();
        _list.Dispose();
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
        await _list.RefreshAsync();
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

    private async Task<ListStretch<CustomerLine>> ReadAsync(int skip, int take, CancellationToken gone)
    {
        var scope = Scopes.Of((await Authentication).User);
        _sees = scope.Covers(null);
        return await Queries.ListAsync(_query, scope, skip, take, gone);
    }
}
