using AuraConsole.Integration;
using AuraConsole.Integration.Http;
using AuraConsole.Simulator;
using AuraConsole.Web.Reconciliation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Admin;

public sealed partial class ConnectionPage : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private bool _agreed;
    private bool _isRunning;
    private bool _isDone;
    private AuraApiException? _failure;

    [Inject]
    private WebhookSlot Slot { get; set; } = default!;

    [Inject]
    private IOptions<AuraOptions> Aura { get; set; } = default!;

    [Inject]
    private IOptions<ReconciliationOptions> Reconciliation { get; set; } = default!;

    [Inject]
    private IOptions<SimulatorOptions> Simulator { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    public void Dispose()
    {
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
