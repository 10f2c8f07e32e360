using System.Security.Claims;
using AuraConsole.Web.Components.Drafts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Handovers.Signing;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Handovers.Pages;

/// <summary>One handover: read, confirmed, signed and printed.</summary>
public sealed partial class HandoverSheetPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IDisposable? _changes;
    private IDisposable? _limits;
    private ClaimsPrincipal _user = new();
    private HandoverView? _view;
    private DraftText? _draft;
    private string _me = "";
    private string _remarks = "";
    private string? _refusal;
    private string? _news;
    private bool _isRead;
    private bool _busy;

    [Inject]
    private HandoverQueries Queries { get; set; } = default!;

    [Inject]
    private IncomingDesk Incoming { get; set; } = default!;

    [Inject]
    private OutgoingDesk Outgoing { get; set; } = default!;

    [Inject]
    private HandoverNews News { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private IOptions<HandoverOptions> Options { get; set; } = default!;

    [Inject]
    private ILogger<HandoverSheetPage> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter]
    public int Id { get; set; }

    private bool IsMine => _view?.Handover.OutgoingId == _me;

    /// <summary>Whether this person may still confirm and sign; the desk asks again.</summary>
    private bool MayAct => _view is { Handover.IsOpen: true } && (!IsMine || Options.Value.AllowSelf) && !HasSigned(_me);

    /// <summary>Items without this person's confirmation or somebody's signature.</summary>
    private int Left => _view?.Items.Count(item => item.ConfirmedById != _me && !HasSigned(item.ConfirmedById)) ?? 0;

    protected override async Task OnInitializedAsync()
    {
        _user = (await Authentication).User;
        _me = _user.UserId();
        _changes = News.Feed.Subscribe(() => InvokeAsync(RefreshAsync), Id);
        _limits = Scopes.Feed.Subscribe(() => InvokeAsync(RefreshAsync));
        await ReadAsync();
    }

    public void Dispose()
    {
        _changes?.Dispose();
        _limits?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private bool HasSigned(string? userId) => userId is not null && _view?.Handover.Receipts.Exists(receipt => receipt.UserId == userId) == true;

    private string LabelOf(HandoverItem item) =>
        item.ConfirmedById is null ? HandoverText.ConfirmItem : item.ConfirmedById == _me ? HandoverText.TakeBackItem : HandoverText.ConfirmInsteadItem;

    private string WordOf(HandoverItem item) =>
        item.ConfirmedById is null ? HandoverText.Confirm : item.ConfirmedById == _me ? HandoverText.TakeBack : HandoverText.ConfirmInstead;

    private async Task RefreshAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        if (_gone.IsCancellationRequested)
            return;
        try
        {
            _view = await Queries.FindAsync(Id, _user, _gone.Token);
            _isRead = true;
        }
        catch (OperationCanceledException)
        {
            // the page is gone
        }
    }

    private Task ToggleAsync(HandoverItem item) => DoAsync(null, () => item.ConfirmedById == _me
        ? Incoming.TakeBackAsync(Id, item.Id, _user, CancellationToken.None)
        : Incoming.ConfirmAsync(Id, item.Id, item.ConfirmedById, _user, CancellationToken.None));

    private async Task SignAsync()
    {
        if (MayAct && Left == 0 && await DoAsync(HandoverText.ReceivedDone, () => Incoming.SignAsync(Id, _remarks, _user, CancellationToken.None)) && _draft is { } draft)
            await draft.ForgetAsync();
    }

    private Task WithdrawAsync() => DoAsync(HandoverText.WithdrawnDone, () => Outgoing.WithdrawAsync(Id, _user, CancellationToken.None));

    private async Task<bool> DoAsync(string? done, Func<Task<HandoverResult>> act)
    {
        if (_busy)
            return false;
        (_busy, _refusal, _news) = (true, null, null);
        try
        {
            var result = await act();
            (_refusal, _news) = (HandoverWords.Refusal(result), result.IsDone ? done : null);
            await ReadAsync();
            return result.IsDone;
        }
        catch (Exception failure) when (failure is not UnauthorizedAccessException)
        {
            HandoverLog.Failed(Logger, failure);
            _refusal = HandoverText.Failed;
            return false;
        }
        finally
        {
            _busy = false;
        }
    }
}
