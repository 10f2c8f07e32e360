using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace AuraConsole.Web.Components.Layout;

public sealed partial class MainLayout : IDisposable
{
    private PageErrorBoundary? _boundary;
    private string _path = "";

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        // a bare "#content" would hang off <base href="/"> and lead to the board
        _path = PathOf(Navigation.Uri);
        Navigation.LocationChanged += HandleLocationChanged;
    }

    // the layout's parameters change when another page is shown: that page deserves a fresh start
    protected override void OnParametersSet() => _boundary?.Recover();

    public void Dispose() => Navigation.LocationChanged -= HandleLocationChanged;

    private void HandleLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        _path = PathOf(change.Location);
        _ = InvokeAsync(StateHasChanged);
    }

    private void Recover() => _boundary?.Recover();

    private string PathOf(string uri) => "/" + Navigation.ToBaseRelativePath(uri).Split('#')[0];
}
