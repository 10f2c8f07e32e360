using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live.Clocks;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Clocks;

/// <summary>The admin's page for presets and for which response type goes by which.</summary>
public sealed partial class ClocksPage : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private IReadOnlyList<StageClockPreset> _presets = [];
    private IDisposable? _subscription;
    private Form? _form;
    private string? _news;
    private string? _refusal;

    [Inject]
    private ClockCommands Commands { get; set; } = default!;

    [Inject]
    private StageClocks Clocks { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _subscription = Clocks.Feed.Subscribe(() => InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        }));
        await LoadAsync();
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _cts.Cancel();
        _cts.Dispose();
    }

    private async Task LoadAsync()
    {
        if (_cts.IsCancellationRequested)
            return;
        try
        {
            _presets = await Commands.PresetsAsync(_cts.Token);
        }
        catch (OperationCanceledException)
        {
            // the page is gone
        }
    }

    private void Open(StageClockPreset preset) => (_form, _news, _refusal) = (new Form(preset, PresetInput.Of(preset)), null, null);

    private void Copy(StageClockPreset preset)
    {
        var start = PresetInput.Of(preset);
        (start.Name, start.IsDefault) = (Say.With(ClocksText.CopyName, preset.Name), false);
        (_form, _news, _refusal) = (new Form(null, start), null, null);
    }

    private async Task SavedAsync()
    {
        (_form, _news, _refusal) = (null, ClocksText.Saved, null);
        await LoadAsync();
    }

    private async Task DeleteAsync(StageClockPreset preset)
    {
        var result = await Commands.DeleteAsync(preset.Id, preset.Version, (await Authentication).User, _cts.Token);
        (_news, _refusal) = result.Outcome switch
        {
            ClockOutcome.Done or ClockOutcome.Gone => (ClocksText.Deleted, null),
            ClockOutcome.InUse => ((string?)null, ClocksText.InUse),
            _ => (null, ClocksText.ConflictTitle),
        };
        await LoadAsync();
    }

    private sealed record Form(StageClockPreset? Preset, PresetInput Start);
}
