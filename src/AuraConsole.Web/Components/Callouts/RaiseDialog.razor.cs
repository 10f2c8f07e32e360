using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>Raises a callout for a site and stays until its outcome was seen. Closing it stops nothing.</summary>
public sealed partial class RaiseDialog : IDisposable
{
    private const int LastShown = 5;

    private readonly RaiseForm _form = new();
    private readonly CancellationTokenSource _gone = new();
    private CommandRun _run = default!;
    private IDisposable? _changes;
    private IReadOnlyList<PastCallout>? _last;
    private IReadOnlyList<BoardRow> _active = [];

    [Inject]
    private CalloutCommands Commands { get; set; } = default!;

    [Inject]
    private CommandBoard CommandBoard { get; set; } = default!;

    [Inject]
    private Board Board { get; set; } = default!;

    [Inject]
    private CalloutReader Reader { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ILogger<RaiseDialog> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>Our id of a site chosen beforehand.</summary>
    [Parameter]
    public int? SiteId { get; set; }

    [Parameter]
    public EventCallback OnClosed { get; set; }

    /// <summary>The person wants to see this callout.</summary>
    [Parameter]
    public EventCallback<long> OnOpen { get; set; }

    private bool Joined => _run.Outcome is { State: CommandState.Joined };

    /// <summary>Something active or unsettled stands in the way of a new callout.</summary>
    private bool MayInsist => _active.Count > 0 || Joined || _run.Outcome is { Note: CommandNote.OtherRaiseUnsettled };

    private BoardRow? Existing => _run.Outcome is { State: CommandState.Joined, CalloutId: { } id } ? Board.Now.Find(id) : null;

    private string Confirm => _run.Sending ? CalloutText.Sending : Joined || _form.Insist ? CalloutText.RaiseSecondButton : CalloutText.RaiseConfirm;

    private RenderFragment? ReasonError => _form.ReasonError is { } error ? builder => builder.AddContent(0, error) : null;

    protected override async Task OnInitializedAsync()
    {
        _run = new CommandRun(CommandBoard, Time, Logger, () => InvokeAsync(Follow));
        _changes = Board.Feed.Subscribe(() => InvokeAsync(Look));
        if (SiteId is not { } id)
            return;
        if (await Reader.FindSiteAsync(id, _gone.Token) is { } site)
            await ChooseAsync(site);
        else
            _form.Refuse(CalloutText.RaiseSiteGone);
    }

    public void Dispose()
    {
        _gone.Cancel();
        _run.Dispose();
        _changes?.Dispose();
        _gone.Dispose();
    }

    private async Task ChooseAsync(Site? site)
    {
        _form.Choose(site);
        (_last, _active) = (null, ActiveOf(site));
        if (site is null)
            return;
        var last = await Reader.LastOfSiteAsync(site.Id, LastShown, _gone.Token);
        if (_form.Site?.Id == site.Id)
            _last = last;
    }

    private async Task RaiseAsync()
    {
        if (!_form.Check())
            return;
        var me = Operator.From((await Authentication).User);
        // a browser that closes does not stop it
        await _run.SendAsync(id => Commands.RaiseAsync(_form.Request(id), me, CancellationToken.None));
    }

    private void Follow()
    {
        _run.Follow();
        StateHasChanged();
    }

    /// <summary>Somebody else may raise for the same site while this is open.</summary>
    private void Look()
    {
        var active = ActiveOf(_form.Site);
        if (active.SequenceEqual(_active))
            return;
        _active = active;
        StateHasChanged();
    }

    private IReadOnlyList<BoardRow> ActiveOf(Site? site) =>
        site is null ? [] : [.. Board.Now.Active.Values.Where(row => row.SiteId == site.Id).OrderBy(row => row.FirstSeenAt)];
}
