using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound.Positions;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace AuraConsole.Web.Components.Callouts.Customers;

/// <summary>
/// Tells AURA where the customer is now: once, or from this browser's location until it is stopped, the callout closes, the sheet goes,
/// or it has run for long enough.
/// </summary>
public sealed partial class PositionPanel : IAsyncDisposable
{
    /// <summary>Shortest time between two positions of a stream; the browser keeps to it as well, and is not trusted.</summary>
    internal static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    /// <summary>Two hours at full pace.</summary>
    internal const int Most = 720;

    // a timer of the browser may be early by a little
    private static readonly TimeSpan Leeway = TimeSpan.FromMilliseconds(500);

    private readonly PlaceInput _place = new();
    private readonly CancellationTokenSource _gone = new();
    private DotNetObjectReference<PositionPanel>? _self;
    private IJSObjectReference? _watch;
    private string? _said;
    private DateTimeOffset? _lastAt;
    private DateTimeOffset _triedAt;
    private int _count;
    private bool _picks;
    private bool _sending;

    [Inject]
    private PositionDesk Desk { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter, EditorRequired]
    public Callout Callout { get; set; } = default!;

    [Parameter, EditorRequired]
    public Operator Me { get; set; } = default!;

    /// <summary>Called by here.js.</summary>
    [JSInvokable]
    public async Task HandleHere(double latitude, double longitude, double? accuracy)
    {
        var now = Time.GetUtcNow();
        if (_watch is null || _sending || now - _triedAt < Between - Leeway || new BrowserPlace(latitude, longitude, accuracy).Position is not { } position)
            return;
        _triedAt = now;
        await SendAsync(position, noted: false);
        if (_watch is not null && _count >= Most)
            await StopAsync(Controls.Say.With(RaiseCustomerText.PositionEnded, _count));
        StateHasChanged();
    }

    /// <summary>Called by here.js.</summary>
    [JSInvokable]
    public async Task HandleHereFault(string fault)
    {
        if (fault == BrowserPlace.Passing)
            _said = RaiseCustomerText.HerePassing;
        else
            await StopAsync(new BrowserPlace(Fault: fault).Sentence);
        StateHasChanged();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_watch is not null && !PositionDesk.MayMove(Callout))
            await StopAsync(RaiseCustomerText.PositionClosed);
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        try
        {
            await StopAsync(null);
        }
        catch (JSDisconnectedException)
        {
            // the browser is gone, and its watch with it
        }
        _self?.Dispose();
        _gone.Dispose();
    }

    private async Task SendAsync()
    {
        if (_sending || !_place.Check())
            return;
        await SendAsync(_place.Position!, noted: true);
    }

    private async Task SendAsync(CalloutPosition position, bool noted)
    {
        _sending = true;
        try
        {
            var outcome = await Desk.SendAsync(Callout.AuraId, position, noted, Me, Scopes.Of((await Authentication).User), _gone.Token);
            _said = Sentence(outcome);
            if (outcome == PositionOutcome.Taken)
                (_count, _lastAt) = (_count + 1, Time.GetUtcNow());
            else if (outcome is PositionOutcome.Closed or PositionOutcome.NotSent or PositionOutcome.Refused)
                await StopAsync(_said);
        }
        catch (OperationCanceledException)
        {
            // the sheet is gone
        }
        finally
        {
            _sending = false;
        }
    }

    private async Task ToggleAsync()
    {
        if (_watch is not null)
        {
            await StopAsync(null);
            return;
        }
        (_count, _lastAt, _said) = (0, null, RaiseCustomerText.HereAsking);
        _self ??= DotNetObjectReference.Create(this);
        await using var module = await Script.InvokeAsync<IJSObjectReference>("import", "./js/here.js");
        _watch = await module.InvokeAsync<IJSObjectReference>("watch", _self);
        await Desk.NoteAsync(Callout.AuraId, EntryKind.PositionsBegun, Me);
    }

    private async Task StopAsync(string? said)
    {
        _said = said;
        if (Interlocked.Exchange(ref _watch, null) is not { } watch)
            return;
        await Desk.NoteAsync(Callout.AuraId, EntryKind.PositionsEnded, Me);
        await watch.InvokeVoidAsync("stop");
        await watch.DisposeAsync();
    }

    private static string Sentence(PositionOutcome outcome) => outcome switch
    {
        PositionOutcome.Taken => RaiseCustomerText.PositionTaken,
        PositionOutcome.Closed => RaiseCustomerText.PositionClosed,
        PositionOutcome.Refused => RaiseCustomerText.PositionRefused,
        PositionOutcome.Lost => RaiseCustomerText.PositionLost,
        _ => RaiseCustomerText.PositionNotSent,
    };
}
