using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live.Clocks;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Clocks;

/// <summary>What a preset must be like. The same rules speak at the field and are asked again before anything is saved.</summary>
public static class PresetRules
{
    /// <summary>A day: whatever takes longer is no stage clock.</summary>
    public const int MostSeconds = 86400;

    public static string WarningField(ClockPhase phase) => $"{phase}-warning";

    public static string BreachField(ClockPhase phase) => $"{phase}-breach";

    /// <summary>A sentence for each field that is not in order.</summary>
    public static Dictionary<string, string> Check(PresetInput input)
    {
        var faults = new Dictionary<string, string>();
        if (input.Name.Trim().Length is 0 or > StageClockPreset.NameLength)
            faults.Add(nameof(input.Name), ClocksText.NameMissing);
        if (input.Style.Trim().Length > StageClockPreset.StyleLength)
            faults.Add(nameof(input.Style), Say.With(ClocksText.TooLong, StageClockPreset.StyleLength));
        if (input.Confidence.Trim().Length > StageClockPreset.ConfidenceLength)
            faults.Add(nameof(input.Confidence), Say.With(ClocksText.TooLong, StageClockPreset.ConfidenceLength));
        foreach (var phase in Enum.GetValues<ClockPhase>())
        {
            var (warning, breach) = (input.Warnings[(int)phase], input.Breaches[(int)phase]);
            if (IsFaulty(warning))
                faults.Add(WarningField(phase), ClocksText.NotSeconds);
            if (IsFaulty(breach))
                faults.Add(BreachField(phase), ClocksText.NotSeconds);
            else if (Seconds(breach) <= Seconds(warning))
                faults.Add(BreachField(phase), ClocksText.NotInOrder);
        }
        return faults;
    }

    /// <summary>Whole seconds; null for none, and for what is no such number.</summary>
    public static int? Seconds(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= MostSeconds ? seconds : null;

    private static bool IsFaulty(string text) => !string.IsNullOrWhiteSpace(text) && Seconds(text) is null;
}
