using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Diffing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Sites.Importing.Pages;

/// <summary>What an import would change, and how it is to be applied.</summary>
public sealed partial class DifferencesStep
{
    private List<DiffItem> _items = [];
    private DiffKind? _shown;
    private ImportWay _way = ImportWay.Rest;
    private string _text = "";
    private bool _withRemovals;

    [Inject]
    private IOptions<ImportOptions> Options { get; set; } = default!;

    [Parameter, EditorRequired]
    public PortfolioDifferences Differences { get; set; } = default!;

    [Parameter]
    public bool CanFullSync { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnBack { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<(ImportWay Way, bool WithRemovals)> OnStart { get; set; }

    private IEnumerable<(DiffKind Kind, int Count, string Sign)> Counts =>
    [
        (DiffKind.Added, Differences.Added, "+"), (DiffKind.Changed, Differences.Changed, "≠"), (DiffKind.Moved, Differences.Moved, "➝"),
        (DiffKind.Removed, Differences.Removed, "−"),
    ];

    private int Removals => _way == ImportWay.FullSync || _withRemovals ? Differences.Removed : 0;

    private bool IsStopped => RemovalGuard.Stops(Removals, Differences.SitesBefore, Options.Value.FullSync);

    private int ToSend => Differences.Added + Differences.Changed + Differences.Moved + (_withRemovals ? Differences.Removed : 0);

    protected override void OnParametersSet() => Sort();

    private void Show(DiffKind kind)
    {
        _shown = _shown == kind ? null : kind;
        Sort();
    }

    /// <summary>Removed ones stand by themselves: they are shown only when asked for.</summary>
    private void Sort()
    {
        var text = _text.Trim();
        _items = [.. Differences.Items.Where(item => _shown is { } kind ? item.Kind == kind : item.Kind != DiffKind.Removed)
            .Where(item => text.Length == 0 || item.Reference.Contains(text, StringComparison.OrdinalIgnoreCase)
                || item.Name?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)];
    }
}
