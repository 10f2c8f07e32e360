namespace AuraConsole.Web.Components.Layout;

public sealed partial class MainLayout
{
    private PageErrorBoundary? _boundary;

    // the layout's parameters change when another page is shown: that page deserves a fresh start
    protected override void OnParametersSet() => Recover();

    private void Recover() => _boundary?.Recover();
}
