using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Components.Drafts;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Outbound.Reasons;
using AuraConsole.Web.Resources;
using AuraConsole.Web.SiteCare.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>Cancels a callout: unconditionally, or as the customer's own cancel with their safe code, which looks for duress.</summary>
public sealed partial class StandDownDialog : IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private CommandRun _run = default!;
    private DraftKeeper _keeper = default!;
    private Operator _me = default!;
    private IReadOnlyList<CancellationReason>? _reasons;
    private long? _reasonId;
    private string _reason = "";
    private string _code = "";
    private bool _asked;
    private string? _stepsReason;
    private int _open;
    private bool _missing;
    private bool _stepsMissing;

    [Inject]
    private CalloutCommands Commands { get; set; } = default!;

    [Inject]
    private CommandBoard CommandBoard { get; set; } = default!;

    [Inject]
    private CancelReasons Reasons { get; set; } = default!;

    [Inject]
    private DraftStore Drafts { get; set; } = default!;

    [Inject]
    private CalloutPlans Plans { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ILogger<StandDownDialog> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter, EditorRequired]
    public long CalloutId { get; set; }

    /// <summary>For a person, who has a safe code; a site has none.</summary>
    [Parameter]
    public bool IsCustomers { get; set; }

    [Parameter]
    public EventCallback OnClosed { get; set; }

    private bool HasCode => IsCustomers && !string.IsNullOrWhiteSpace(_code);

    private string Confirm => _run.Sending ? CalloutText.Sending : !IsCustomers ? CalloutText.StandDownConfirm : HasCode ? SheetText.ConfirmWithCode : SheetText.ConfirmWithoutCode;

    protected override async Task OnInitializedAsync()
    {
        _run = new CommandRun(CommandBoard, Time, Logger, () => InvokeAsync(Follow));
        _me = Operator.From((await Authentication).User);
        _keeper = new DraftKeeper(Drafts, Time, Logger, _me.Id, $"stand-down:{CalloutId}");
        await CountAsync();
        try
        {
            if (StandDownDraft.Read((await _keeper.ReadAsync(_gone.Token))?.Body) is { } draft && _reason.Length == 0)
                (_reasonId, _reason) = (draft.ReasonId, draft.Reason);
            _reasons = await Reasons.ListAsync(CalloutId, _gone.Token);
            _asked = true;
            // a choice that AURA no longer offers cannot be sent
            if (_reasonId is { } chosen && _reasons?.Any(reason => reason.Id == chosen) != true)
                _reasonId = null;
        }
        catch (OperationCanceledException)
        {
            // closed before AURA answered
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _run.Dispose();
        if (_keeper is not null)
            await _keeper.DisposeAsync();
        _gone.Dispose();
    }

    private async Task CountAsync() =>
        _open = (await Plans.OpenAsync([CalloutId], (await Authentication).User, CancellationToken.None)).GetValueOrDefault(CalloutId);

    private void Keep() => _keeper.Changed(new StandDownDraft(_reasonId, _reason).Write());

    private async Task StandDownAsync()
    {
        var words = _reason.Trim().Length > 0 ? _reason.Trim() : _reasons?.FirstOrDefault(reason => reason.Id == _reasonId)?.Text ?? "";
        _missing = words.Length == 0;
        _stepsMissing = _open > 0 && string.IsNullOrWhiteSpace(_stepsReason);
        if (_missing || _stepsMissing || _run.Sending)
            return;
        // it stays in the field until AURA took it: emptied, the same button would cancel without a duress check
        var code = HasCode ? new SafeCode(_code) : null;
        // a browser that closes does not stop it
        await _run.SendAsync(id => Commands.CancelAsync(
            new CancelRequest(id, CalloutId, Data.Text.Cut(words, Data.Entities.Command.ReasonLength)!) { AuraReasonId = _reasonId, SafeCode = code, StepsReason = _stepsReason }, _me, CancellationToken.None));
        if (_run.MayRepeat)
        {
            // somebody may have taken a tick back meanwhile
            await CountAsync();
            return;
        }
        _code = "";
        await _keeper.ForgetAsync();
    }

    private void Follow()
    {
        _run.Follow();
        StateHasChanged();
    }
}
