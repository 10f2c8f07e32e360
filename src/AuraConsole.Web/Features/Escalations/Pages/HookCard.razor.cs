using System.Security.Claims;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Escalations.Sending;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Escalations.Pages;

/// <summary>The webhook: where to, its secret that is only ever written, a test, and what became of the last messages.</summary>
public sealed partial class HookCard
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<EscalationSend> _sends = [];
    private IDisposable? _changes;
    private ClaimsPrincipal _user = new();
    private HookView? _hook;
    private HookAnswer? _answer;
    private string? _url = "";
    private string? _secret = "";
    private string? _news;
    private string? _refusal;
    private bool _isOn = true;
    private bool _busy;
    private bool _testing;

    [Inject]
    private HookDesk Desk { get; set; } = default!;

    [Inject]
    private EscalationBook Book { get; set; } = default!;

    [Inject]
    private IOptions<EscalationOptions> Options { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _user = (await Authentication).User;
        _changes = Book.Feed.Subscribe(() => InvokeAsync(async () =>
        {
            await ReadSendsAsync();
            StateHasChanged();
        }));
        await TakeAsync();
        await ReadSendsAsync();
    }

    public void Dispose()
    {
        _changes?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task TakeAsync()
    {
        try
        {
            _hook = await Desk.ReadAsync(_user, _gone.Token);
            (_url, _isOn, _secret) = (_hook?.Url ?? "", _hook?.IsOn ?? true, "");
        }
        catch (OperationCanceledException)
        {
            // the page is gone
        }
    }

    private async Task ReadSendsAsync()
    {
        if (_gone.IsCancellationRequested)
            return;
        try
        {
            _sends = await Desk.SendsAsync(_user, _gone.Token);
        }
        catch (OperationCanceledException)
        {
            // the page is gone
        }
    }

    private async Task SaveAsync()
    {
        if (_busy)
            return;
        (_busy, _news, _refusal, _answer) = (true, null, null, null);
        try
        {
            var outcome = await Desk.SaveAsync(_hook?.Version ?? Guid.Empty, _url ?? "", _secret, _isOn, _user, CancellationToken.None);
            (_news, _refusal) = (outcome == HookOutcome.Done ? EscalationText.Saved : null, Refusal(outcome));
            if (outcome is HookOutcome.Done or HookOutcome.ChangedMeanwhile)
                await TakeAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task TestAsync()
    {
        if (_busy)
            return;
        (_busy, _testing, _news, _refusal, _answer) = (true, true, null, null, null);
        try
        {
            _answer = await Desk.TestAsync(_user, _gone.Token);
            _refusal = _answer is null ? EscalationText.TestNone : null;
        }
        catch (OperationCanceledException)
        {
            // the page is gone
        }
        finally
        {
            (_busy, _testing) = (false, false);
        }
    }

    private async Task SendAgainAsync(Guid id)
    {
        (_news, _refusal, _answer) = (null, null, null);
        if (await Desk.SendAgainAsync(id, _user, CancellationToken.None))
            _news = EscalationText.SendingAgain;
        await ReadSendsAsync();
    }

    private static string? Refusal(HookOutcome outcome) => outcome switch
    {
        HookOutcome.Done => null,
        HookOutcome.NotAnAddress => EscalationText.NotAnAddress,
        HookOutcome.NotHttps => EscalationText.NotHttps,
        HookOutcome.PrivateTarget => EscalationText.PrivateTarget,
        HookOutcome.NoSecret => Say.With(EscalationText.NoSecret, HookDesk.LeastSecret, HookDesk.MostSecret),
        _ => EscalationText.HookChanged,
    };
}
