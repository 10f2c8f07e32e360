using AuraConsole.Integration;
using AuraConsole.Integration.Auth;
using AuraConsole.Integration.Http;
using AuraConsole.Simulator;
using AuraConsole.Web.Live;
using AuraConsole.Web.Reconciliation;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Admin;

public sealed partial class ConnectionPage : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private IDisposable? _subscription;
    private bool _agreed;
    private bool _isRunning;
    private bool _isDone;
    private AuraApiException? _failure;

    [Inject]
    private WebhookSlot Slot { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private IOptions<AuraOptions> Aura { get; set; } = default!;

    [Inject]
    private IOptions<ReconciliationOptions> Reconciliation { get; set; } = default!;

    [Inject]
    private IOptions<SimulatorOptions> Simulator { get; set; } = default!;

    [Inject]
    private UpstreamStatus Upstream { get; set; } = default!;

    [Inject]
    private AuraTokenStatus Token { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    private string TokenText => Token.Now switch
    {
        { Failure: { } failure, FailedAt: not null } => Components.Controls.Say.With(AdminText.TokenFailed, failure),
        { ExpiresAt: { } expiry } => expiry > Time.GetUtcNow() ? AdminText.TokenUntil : AdminText.TokenEnded,
        _ => AdminText.TokenNone,
    };

    protected override void OnInitialized() => _subscription = Upstream.Feed.Subscribe(() => InvokeAsync(StateHasChanged));

    public void Dispose()
    {
        _subscription?.Dispose();
        _cts.Cancel();
        _cts.Dispose();
    }

    private async Task TakeAsync()
    {
        if (!_agreed || _isRunning)
            return;
        _isRunning = true;
        (_isDone, _failure) = (false, null);
        try
        {
            _failure = await Slot.TakeAsync((await Authentication).User, _cts.Token);
            _isDone = _failure is null;
            _agreed = _failure is not null;
        }
        catch (OperationCanceledException) when (_cts.IsCancellationRequested)
        {
            // the page is gone; the log has what came of it
        }
        finally
        {
            _isRunning = false;
        }
    }
}
