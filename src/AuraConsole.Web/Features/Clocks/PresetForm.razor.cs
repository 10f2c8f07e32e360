using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Clocks;

/// <summary>Edits a preset, or makes one. What was typed stays until it is saved; another admin's change in between is shown beside it.</summary>
public sealed partial class PresetForm : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private PresetInput _input = new();
    private Dictionary<string, string> _faults = [];
    private StageClockPreset? _conflict;
    private Guid _opened;
    private string? _refusal;
    private bool _isKept;
    private bool _isRunning;

    [Inject]
    private ClockCommands Commands { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>The preset to edit; null for a new one.</summary>
    [Parameter]
    public StageClockPreset? Preset { get; set; }

    /// <summary>What the fields begin with.</summary>
    [Parameter, EditorRequired]
    public PresetInput Start { get; set; } = default!;

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    private string Title => Preset is null ? ClocksText.NewTitle : ClocksText.EditTitle;

    protected override void OnInitialized() => (_input, _opened) = (Start, Preset?.Version ?? Guid.Empty);

    public void Dispose()
    {
        _cts.Cancel();
        _cts.Dispose();
    }

    private string? Invalid(string field) => _faults.ContainsKey(field) ? "true" : null;

    private async Task SaveAsync()
    {
        if (_isRunning || _conflict is not null)
            return;
        (_refusal, _isKept) = (null, false);
        _faults = PresetRules.Check(_input);
        if (_faults.Count > 0)
            return;
        _isRunning = true;
        try
        {
            await ShowAsync(await Commands.SaveAsync(Preset?.Id, _opened, _input, (await Authentication).User, _cts.Token));
        }
        catch (OperationCanceledException) when (_cts.IsCancellationRequested)
        {
            // the form is gone before anything was saved
        }
        finally
        {
            _isRunning = false;
        }
    }

    private async Task ShowAsync(ClockResult result)
    {
        switch (result.Outcome)
        {
            case ClockOutcome.Done:
                await OnSaved.InvokeAsync();
                break;
            case ClockOutcome.ChangedMeanwhile:
                _conflict = result.Preset;
                break;
            case ClockOutcome.NameTaken:
                _faults = new() { [nameof(PresetInput.Name)] = ClocksText.NameTaken };
                break;
            default:
                _refusal = ClocksText.Gone;
                break;
        }
    }

    private void Take()
    {
        _input = PresetInput.Of(_conflict!);
        Settle();
    }

    private void Keep()
    {
        Settle();
        _isKept = true;
    }

    private void Settle() => (_opened, _conflict) = (_conflict!.Version, null);
}
