using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Resources;
using AuraConsole.Web.SiteCare.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Sites.Plans;

/// <summary>Makes the next version of a plan.</summary>
public sealed partial class PlanForm
{
    private List<StepInput> _steps = [];
    private int _seen;
    private IReadOnlyList<string> _faults = [];
    private PlanView? _conflict;
    private string? _moved;
    private bool _isRunning;

    [Inject]
    private PlanDesk Desk { get; set; } = default!;

    [Inject]
    private ILogger<PlanForm> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>The version in force when the form opened.</summary>
    [Parameter, EditorRequired]
    public PlanView Opened { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public EventCallback<PlanView> OnDone { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    protected override void OnInitialized() => Begin(Opened);

    private void Begin(PlanView plan) =>
        (_steps, _seen) = ([.. plan.Steps.Select(step => new StepInput { Text = step.Text, IsCompulsory = step.IsCompulsory })], plan.Number);

    private void Move(int index, int by)
    {
        if (index + by < 0 || index + by >= _steps.Count)
            return;
        (_steps[index], _steps[index + by]) = (_steps[index + by], _steps[index]);
        _moved = Say.With(PlanText.Moved, index + by + 1);
    }

    private void Settle(bool takesNow)
    {
        if (takesNow)
            Begin(_conflict!);
        _seen = _conflict!.Number;
        _conflict = null;
    }

    private async Task SaveAsync()
    {
        if (_isRunning || _conflict is not null)
            return;
        IReadOnlyList<StepEdit> steps = [.. _steps.Select(step => new StepEdit(step.Text, step.IsCompulsory))];
        _faults = [.. PlanRules.Faults(steps)];
        if (_faults.Count > 0)
            return;
        _isRunning = true;
        PlanResult? result = null;
        try
        {
            result = await Desk.SaveAsync(Opened.Owner, _seen, steps, (await Authentication).User, CancellationToken.None);
        }
        catch (Exception failure) when (failure is not UnauthorizedAccessException)
        {
            Log.NotSaved(Logger, Opened.Owner, failure);
        }
        finally
        {
            _isRunning = false;
        }
        if (result is { IsDone: true, Now: { } saved })
            await OnDone.InvokeAsync(saved);
        else if (result is { Now: { } now })
            _conflict = now;
        else
            _faults = [result is null ? PlanText.Failed : PlanText.Gone];
    }

    private sealed class StepInput
    {
        public Guid Key { get; } = Guid.NewGuid();

        public string Text { get; set; } = "";

        public bool IsCompulsory { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The plan of {Owner} could not be saved")]
        public static partial void NotSaved(ILogger logger, PlanOwner owner, Exception failure);
    }
}
