using System.Globalization;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live.Clocks;

namespace AuraConsole.Web.Features.Clocks;

/// <summary>What is typed into a preset's form, as text: what cannot be read must stay where it was typed.</summary>
public sealed class PresetInput
{
    private static readonly int Phases = Enum.GetValues<ClockPhase>().Length;

    public string Name { get; set; } = "";

    public string Style { get; set; } = "";

    public string Confidence { get; set; } = "";

    public bool IsDefault { get; set; }

    /// <summary>By phase, in seconds.</summary>
    public string[] Warnings { get; } = Empty();

    public string[] Breaches { get; } = Empty();

    public static PresetInput Of(StageClockPreset preset)
    {
        var input = new PresetInput { Name = preset.Name, Style = preset.Style ?? "", Confidence = preset.Confidence ?? "", IsDefault = preset.IsDefault };
        int?[] warnings = [preset.ClaimWarning, preset.DispatchWarning, preset.ArriveWarning, preset.CompleteWarning, preset.CloseWarning];
        int?[] breaches = [preset.ClaimBreach, preset.DispatchBreach, preset.ArriveBreach, preset.CompleteBreach, preset.CloseBreach];
        for (var phase = 0; phase < Phases; phase++)
            (input.Warnings[phase], input.Breaches[phase]) = (Typed(warnings[phase]), Typed(breaches[phase]));
        return input;
    }

    /// <summary>Only after <see cref="PresetRules.Check"/> had nothing to say.</summary>
    public void WriteTo(StageClockPreset preset)
    {
        (preset.Name, preset.Style, preset.Confidence) = (Name.Trim(), Told(Style), Told(Confidence));
        (preset.ClaimWarning, preset.ClaimBreach) = Seconds(ClockPhase.Claim);
        (preset.DispatchWarning, preset.DispatchBreach) = Seconds(ClockPhase.Dispatch);
        (preset.ArriveWarning, preset.ArriveBreach) = Seconds(ClockPhase.Arrive);
        (preset.CompleteWarning, preset.CompleteBreach) = Seconds(ClockPhase.Complete);
        (preset.CloseWarning, preset.CloseBreach) = Seconds(ClockPhase.Close);
    }

    private (int? Warning, int? Breach) Seconds(ClockPhase phase) =>
        (PresetRules.Seconds(Warnings[(int)phase]), PresetRules.Seconds(Breaches[(int)phase]));

    private static string Typed(int? seconds) => seconds?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string? Told(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string[] Empty() => [.. Enumerable.Repeat("", Phases)];
}
