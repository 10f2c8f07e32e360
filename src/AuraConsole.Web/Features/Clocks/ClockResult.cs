using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Clocks;

/// <summary>What came of an admin's change.</summary>
public enum ClockOutcome
{
    Done,

    /// <summary>The values are not in order; nothing was saved.</summary>
    Faulty,

    /// <summary>Somebody else changed it since the form opened.</summary>
    ChangedMeanwhile,

    Gone,
    NameTaken,

    /// <summary>The default, or assigned: it cannot be deleted.</summary>
    InUse,
}

/// <summary>What came of a change.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="Preset">As it stands now, when it is known.</param>
public sealed record ClockResult(ClockOutcome Outcome, StageClockPreset? Preset = null);

/// <summary>What came of an assignment.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="PresetId">The preset of that response type now; null for the default.</param>
public sealed record AssignResult(ClockOutcome Outcome, int? PresetId);
