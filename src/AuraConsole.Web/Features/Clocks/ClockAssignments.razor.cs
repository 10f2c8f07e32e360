using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live.Clocks;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Clocks;

/// <summary>Which response type goes by which preset: those configured, those on the board, those assigned, and one that is typed.</summary>
public sealed partial class ClockAssignments : IDisposable
{
    private const int MostTyped = 20;

    private readonly CancellationTokenSource _cts = new();
    private readonly List<string> _added = [];
    private IReadOnlyList<ResponseType> _types = [];
    private IDisposable? _subscription;
    private string _typed = "";
    private string? _news;
    private string? _refusal;
    private int _round;

    [Inject]
    private ClockCommands Commands { get; set; } = default!;

    [Inject]
    private StageClocks Clocks { get; set; } = default!;

    [Inject]
    private Live.Board Board { get; set; } = default!;

    [Inject]
    private IOptions<CalloutChoices> Choices { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter, EditorRequired]
    public IReadOnlyList<StageClockPreset> Presets { get; set; } = [];

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
            var assigned = (await Commands.AssignmentsAsync(_cts.Token)).ToDictionary(a => a.ResponseType, StringComparer.OrdinalIgnoreCase);
            var ids = Choices.Value.ResponseTypes.ToLookup(choice => choice.Name, choice => (int?)choice.Id, StringComparer.OrdinalIgnoreCase);
            var names = ids.Select(one => one.Key).Concat(assigned.Keys).Concat(_added)
                .Concat(Board.Now.Active.Values.Select(row => row.ResponseType).OfType<string>())
                .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);
            _types = [.. names.Select((name, at) => new ResponseType(at, name, ids[name].FirstOrDefault(), assigned.GetValueOrDefault(name)?.PresetId))];
        }
        catch (OperationCanceledException)
        {
            // the page is gone
        }
    }

    private async Task Add()
    {
        var typed = _typed.Trim();
        (_news, _refusal) = (null, typed.Length == 0 ? ClocksText.TypeMissing : null);
        if (typed.Length is 0 or > Callout.TextLength || _added.Count >= MostTyped)
            return;
        _added.Add(typed);
        _typed = "";
        await LoadAsync();
    }

    private async Task AssignAsync(ResponseType type, string? chosen)
    {
        var preset = int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (int?)null;
        var result = await Commands.AssignAsync(type.Name, type.Id, type.PresetId, preset, (await Authentication).User, _cts.Token);
        (_news, _refusal) = result.Outcome switch
        {
            ClockOutcome.Done => (ClocksText.Saved, null),
            ClockOutcome.Gone => (null, ClocksText.Gone),
            _ => ((string?)null, Say.With(ClocksText.AssignConflict, NameOf(result.PresetId), NameOf(preset))),
        };
        // a refused choice must not go on standing in the browser's list
        _round++;
        await LoadAsync();
    }

    private string NameOf(int? presetId) => Presets.FirstOrDefault(preset => preset.Id == presetId)?.Name ?? ClocksText.UsesDefault;

    private sealed record ResponseType(int Key, string Name, int? Id, int? PresetId);
}
