using System.Globalization;
using System.Security.Claims;
using AuraConsole.Web.Components.Drafts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Handovers.Finding;
using AuraConsole.Web.Features.Handovers.Signing;
using AuraConsole.Web.Features.Patrols;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Resources;
using AuraConsole.Web.SiteCare.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Handovers.Pages;

/// <summary>What there is to hand over, what waits to be received, and what is over.</summary>
public sealed partial class HandoverPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly List<IDisposable> _subscriptions = [];
    private readonly Guid _firstForm = Guid.NewGuid();
    private IReadOnlyList<HandoverItem> _stored = [];
    private IReadOnlyList<HandoverItem>? _items;
    private IReadOnlyList<HandoverLine>? _open;
    private IReadOnlyList<HandoverLine>? _past;
    private HandoverLine? _mine;
    private ClaimsPrincipal _user = new();
    private DraftText? _draft;
    private Guid _formId;
    private string? _me;
    private string _notes = "";
    private string? _refusal;
    private int? _before;
    private bool _busy;

    [Inject]
    private HandoverFinder Finder { get; set; } = default!;

    [Inject]
    private HandoverQueries Queries { get; set; } = default!;

    [Inject]
    private OutgoingDesk Desk { get; set; } = default!;

    [Inject]
    private HandoverNews News { get; set; } = default!;

    [Inject]
    private VisibleBoard Board { get; set; } = default!;

    [Inject]
    private CommandBoard Commands { get; set; } = default!;

    [Inject]
    private TestBook Tests { get; set; } = default!;

    [Inject]
    private PatrolNews Patrols { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ILogger<HandoverPage> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    // text, because a mistyped address must not break the page
    [SupplyParameterFromQuery(Name = "before")]
    private string? Before { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _formId = _firstForm;
        _user = (await Authentication).User;
        _me = _user.UserId();
        _subscriptions.Add(Board.Subscribe(() => InvokeAsync(Redraw)));
        _subscriptions.Add(Commands.Feed.Subscribe(() => InvokeAsync(Redraw)));
        _subscriptions.Add(Tests.Feed.Subscribe(() => InvokeAsync(ReadStoredAsync)));
        _subscriptions.Add(Patrols.Feed.Subscribe(() => InvokeAsync(ReadStoredAsync)));
        _subscriptions.Add(Scopes.Feed.Subscribe(() => InvokeAsync(ReadStoredAsync)));
        _subscriptions.Add(News.Feed.Subscribe(() => InvokeAsync(ReadListsAsync)));
        await ReadStoredAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        _before = int.TryParse(Before, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        await ReadListsAsync();
    }

    public void Dispose()
    {
        _subscriptions.ForEach(static subscription => subscription.Dispose());
        _gone.Cancel();
        _gone.Dispose();
    }

    private static string Address(int id) => string.Create(CultureInfo.InvariantCulture, $"/handover/{id}");

    private void Redraw()
    {
        _items = Finder.Together(Scopes.Of(_user), _stored);
        StateHasChanged();
    }

    private Task ReadStoredAsync() => ReadAsync(async () =>
    {
        _stored = await Finder.StoredAsync(Scopes.Of(_user), _gone.Token);
        Redraw();
    });

    private Task ReadListsAsync() => ReadAsync(async () =>
    {
        _open = await Queries.OpenAsync(_user, _gone.Token);
        _past = await Queries.PastAsync(_before, _user, _gone.Token);
        _mine = _open.FirstOrDefault(line => line.OutgoingId == _me);
        StateHasChanged();
    });

    private async Task ReadAsync(Func<Task> read)
    {
        if (_gone.IsCancellationRequested || _me is null)
            return;
        try
        {
            await read();
        }
        catch (OperationCanceledException)
        {
            // the page is gone
        }
    }

    private async Task SignAsync()
    {
        if (_busy || _items is not { } shown)
            return;
        (_busy, _refusal) = (true, null);
        try
        {
            var result = await Desk.SignAsync(_formId, _notes, [.. shown.Select(static item => (item.Kind, item.Subject))], _user, CancellationToken.None);
            if (result is { Id: { } id, Outcome: HandoverOutcome.Done or HandoverOutcome.Signed })
            {
                (_notes, _formId) = ("", Guid.NewGuid());
                await _draft!.ForgetAsync();
                Navigation.NavigateTo(Address(id));
                return;
            }
            _refusal = HandoverWords.Refusal(result);
            await ReadStoredAsync();
        }
        catch (Exception failure) when (failure is not UnauthorizedAccessException)
        {
            HandoverLog.Failed(Logger, failure);
            _refusal = HandoverText.Failed;
        }
        finally
        {
            _busy = false;
        }
    }
}
