using AuraConsole.Web.Components.Drafts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>Raises a callout for a site and stays until its outcome was seen. Closing it stops nothing.</summary>
public sealed partial class RaiseDialog : IAsyncDisposable
{
    private const int LastShown = 5;

    private readonly RaiseForm _form = new();
    private readonly CancellationTokenSource _gone = new();
    private CommandRun _run = default!;
    private IDisposable? _changes;
    private DraftKeeper? _keeper;
    private RaiseDraft? _draft;
    private DateTimeOffset _draftAt;
    private IReadOnlyList<PastCallout>? _last;
    private IReadOnlyList<BoardRow> _active = [];
    private bool _mayCustomer;
    private bool _forCustomer;

    [Inject]
    private CalloutCommands Commands { get; set; } = default!;

    [Inject]
    private CommandBoard CommandBoard { get; set; } = default!;

    [Inject]
    private VisibleBoard Board { get; set; } = default!;

    [Inject]
    private CalloutReader Reader { get; set; } = default!;

    [Inject]
    private DraftStore Drafts { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private ILogger<RaiseDialog> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>Our id of a site chosen beforehand.</summary>
    [Parameter]
    public int? SiteId { get; set; }

    /// <summary>Our id of a customer chosen beforehand.</summary>
    [Parameter]
    public int? CustomerId { get; set; }

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
        _changes = Board.Subscribe(() => InvokeAsync(Look));
        _keeper = new DraftKeeper(Drafts, Time, Logger, Operator.From((await Authentication).User).Id, RaiseDraft.Key);
        // customers belong to no group
        _mayCustomer = Scopes.Of((await Authentication).User).Covers(null);
        _forCustomer = _mayCustomer && CustomerId is not null;
        await OfferDraftAsync(_keeper);
        if (SiteId is not { } id)
            return;
        if (await Reader.FindSiteAsync(id, Board.Scope, _gone.Token) is { } site)
            await ChooseAsync(site);
        else
            _form.Refuse(CalloutText.RaiseSiteGone);
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _run.Dispose();
        _changes?.Dispose();
        if (_keeper is not null)
            await _keeper.DisposeAsync();
        _gone.Dispose();
    }

    /// <summary>Offered, never sent by itself.</summary>
    private async Task OfferDraftAsync(DraftKeeper keeper)
    {
        try
        {
            if (await keeper.ReadAsync(_gone.Token) is { } kept && RaiseDraft.Read(kept.Body) is { } draft)
                (_draft, _draftAt) = (draft, kept.UpdatedAt);
        }
        catch (OperationCanceledException)
        {
            // closed before it was read
        }
    }

    private async Task ContinueDraftAsync()
    {
        if (_draft is not { } draft)
            return;
        _draft = null;
        if (draft.SiteId is { } id && await Reader.FindSiteAsync(id, Board.Scope, _gone.Token) is { } site)
            await ChooseAsync(site);
        _form.Take(draft);
        Keep();
    }

    private Task DiscardDraftAsync()
    {
        _draft = null;
        return _keeper!.ForgetAsync();
    }

    /// <summary>What is typed anew takes the place of what was offered.</summary>
    private void Keep()
    {
        _draft = null;
        _keeper?.Changed(_form.Draft().Write());
    }

    private async Task PickAsync(Site? site)
    {
        await ChooseAsync(site);
        Keep();
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
        if (_keeper is not null && (Joined || !_run.MayRepeat))
            await _keeper.ForgetAsync();
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
