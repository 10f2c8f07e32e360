using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Features.Board;

/// <summary>The board: the queue, and beside it the chosen callout. What is chosen stands in the address.</summary>
public sealed partial class BoardPage
{
    private BoardQueue? _queue;
    private long? _selected;
    private string? _raiseFor;
    private int? _raiseSite;
    private int? _raiseCustomer;
    private bool _raising;
    private bool _showsMap;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    // text, because a mistyped number in the address must not break the board
    [SupplyParameterFromQuery(Name = "callout")]
    private string? CalloutQuery { get; set; }

    // a site's number, or a customer's with a c before it
    [SupplyParameterFromQuery(Name = "raise")]
    private string? RaiseQuery { get; set; }

    protected override void OnParametersSet()
    {
        _selected = long.TryParse(CalloutQuery, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        if (RaiseQuery == _raiseFor)
            return;
        _raiseFor = RaiseQuery;
        if (RaiseQuery?.StartsWith('c') == true)
            (_raising, _raiseSite, _raiseCustomer) = (true, null, int.TryParse(RaiseQuery.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var customer) ? customer : 0);
        else if (RaiseQuery is not null)
            OpenRaise(int.TryParse(RaiseQuery, NumberStyles.None, CultureInfo.InvariantCulture, out var site) ? site : RaiseQuery.Length == 0 ? null : 0);
    }

    private void Choose(long id) => Show(id);

    private void OpenRaise(int? site) => (_raising, _raiseSite, _raiseCustomer) = (true, site, null);

    private void CloseRaise()
    {
        _raising = false;
        if (_raiseFor is not null)
            Show(_selected);
    }

    private void OpenRaised(long id)
    {
        _raising = false;
        _queue?.ShowWaiting();
        Show(id);
    }

    private void Show(long? id) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["callout"] = id, ["raise"] = null }), replace: true);
}
