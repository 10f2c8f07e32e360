using System.Globalization;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Features.Map;

/// <summary>The map and, beside it, the same callouts as a list. Which one is chosen stands in the address.</summary>
public sealed partial class MapPage : IDisposable
{
    private IReadOnlyList<BoardRow> _rows = [];
    private IDisposable? _subscription;
    private long? _chosen;

    [Inject]
    private VisibleBoard Board { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    // text, because a mistyped number in the address must not break the page
    [SupplyParameterFromQuery(Name = "callout")]
    private string? CalloutQuery { get; set; }

    protected override void OnInitialized()
    {
        _subscription = Board.Subscribe(() => InvokeAsync(Refresh));
        _rows = Ordered();
    }

    protected override void OnParametersSet() =>
        _chosen = long.TryParse(CalloutQuery, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public void Dispose() => _subscription?.Dispose();

    private void Choose(long id) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("callout", id), replace: true);

    private void Open(long id) => Navigation.NavigateTo($"/callouts/{id.ToString(CultureInfo.InvariantCulture)}");

    private void Refresh()
    {
        _rows = Ordered();
        StateHasChanged();
    }

    /// <summary>Real before test, the oldest first: a row keeps its place among its kind as long as it is there.</summary>
    private List<BoardRow> Ordered() => [.. Board.Now.Active.Values.OrderBy(row => row.IsTest).ThenBy(row => row.FirstSeenAt).ThenBy(row => row.Id)];
}
