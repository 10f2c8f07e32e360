using System.Collections.Immutable;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Live.Clocks;

/// <summary>The limits of one phase; null: none.</summary>
public readonly record struct ClockLimit(TimeSpan? Warning, TimeSpan? Breach)
{
    public bool IsNone => Warning is null && Breach is null;

    internal static ClockLimit Of(int? warning, int? breach) => new(Length(warning), Length(breach));

    private static TimeSpan? Length(int? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;
}

/// <summary>A preset as the clocks use it.</summary>
/// <param name="Limits">One for each <see cref="ClockPhase"/>, in its order.</param>
public sealed record ClockPreset(int Id, string Name, ImmutableArray<ClockLimit> Limits)
{
    /// <summary>No limits at all.</summary>
    public static readonly ClockPreset None = new(0, "", [default, default, default, default, default]);

    public ClockLimit this[ClockPhase phase] => Limits[(int)phase];

    public static ClockPreset Of(StageClockPreset preset) => new(preset.Id, preset.Name,
    [
        ClockLimit.Of(preset.ClaimWarning, preset.ClaimBreach),
        ClockLimit.Of(preset.DispatchWarning, preset.DispatchBreach),
        ClockLimit.Of(preset.ArriveWarning, preset.ArriveBreach),
        ClockLimit.Of(preset.CompleteWarning, preset.CompleteBreach),
        ClockLimit.Of(preset.CloseWarning, preset.CloseBreach),
    ]);
}
