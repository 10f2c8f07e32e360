using System.Globalization;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Features.Board;

/// <summary>The queue's filters: the text, the menu of the others, and a chip for each that is set.</summary>
public sealed partial class QueueFilters
{
    private bool _isOpen;
    // what this browser last told; the server's value must not jump into a field in which somebody types on
    private string _text = "";

    [Parameter, EditorRequired]
    public QueueFilter Filter { get; set; } = QueueFilter.None;

    /// <summary>What there is to choose from.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyCollection<BoardRow> Rows { get; set; } = [];

    /// <summary>The signed-in person's id.</summary>
    [Parameter]
    public string? Me { get; set; }

    [Parameter]
    public EventCallback<QueueFilter> OnChanged { get; set; }

    /// <summary>The text alone changes with every key.</summary>
    [Parameter]
    public EventCallback<string> OnTyped { get; set; }

    private static List<(string Value, string Name)> Stages =>
        [.. Enum.GetValues<CalloutStage>().Select(stage => (stage.ToString(), StageText.Of(stage)))];

    private List<(string Value, string Name)> Owners =>
    [
        (QueueFilter.Nobody, BoardText.OwnerNobody),
        (QueueFilter.Me, BoardText.OwnerMe),
        .. Named(row => row.OwnerId == Me ? null : row.OwnerId, row => row.OwnerName, Filter.Owner is QueueFilter.Nobody or QueueFilter.Me ? null : Filter.Owner),
    ];

    private List<(string Value, string Name)> Groups =>
    [
        (QueueFilter.NoGroup.ToString(CultureInfo.InvariantCulture), BoardText.GroupNone),
        .. Named(row => row.SiteGroupId?.ToString(CultureInfo.InvariantCulture), row => row.SiteGroupName,
            Filter.Group is null or QueueFilter.NoGroup ? null : Filter.Group.Value.ToString(CultureInfo.InvariantCulture)),
    ];

    private List<(string Value, string Name)> Types => Named(row => row.ResponseType, row => row.ResponseType, Filter.ResponseType);

    private List<(string Label, string Value, QueueFilter Without)> Chips { get; set; } = [];

    protected override void OnParametersSet()
    {
        if (_text.Trim() != Filter.Text.Trim())
            _text = Filter.Text;
        Chips = [.. Set()];
    }

    private IEnumerable<(string Label, string Value, QueueFilter Without)> Set()
    {
        if (Filter.Stage is { } stage)
            yield return (BoardText.FilterStage, StageText.Of(stage), Filter with { Stage = null });
        if (Filter.Owner is { } owner)
            yield return (BoardText.FilterOwner, NameIn(Owners, owner), Filter with { Owner = null });
        if (Filter.Group is { } group)
            yield return (BoardText.FilterGroup, NameIn(Groups, group.ToString(CultureInfo.InvariantCulture)), Filter with { Group = null });
        if (Filter.ResponseType is { } type)
            yield return (BoardText.FilterType, type, Filter with { ResponseType = null });
    }

    /// <summary>Those on the board, and the chosen one also when no callout has it any more.</summary>
    private List<(string Value, string Name)> Named(Func<BoardRow, string?> value, Func<BoardRow, string?> name, string? chosen)
    {
        var found = Rows.Where(row => value(row) is not null).GroupBy(row => value(row)!, StringComparer.OrdinalIgnoreCase)
            .Select(rows => (rows.Key, name(rows.First()) ?? rows.Key)).ToList();
        if (chosen is not null && !found.Exists(one => string.Equals(one.Key, chosen, StringComparison.OrdinalIgnoreCase)))
            found.Add((chosen, chosen));
        return [.. found.OrderBy(one => one.Item2, StringComparer.CurrentCultureIgnoreCase)];
    }

    private static string NameIn(List<(string Value, string Name)> options, string value) =>
        options.Find(option => option.Value == value).Name ?? value;

    private Task HandleTypedAsync(string? typed)
    {
        var text = typed ?? "";
        _text = text.Length <= QueueFilter.TextLength ? text : text[..QueueFilter.TextLength];
        return OnTyped.InvokeAsync(_text);
    }
}
