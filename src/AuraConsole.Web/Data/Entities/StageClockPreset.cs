namespace AuraConsole.Web.Data.Entities;

/// <summary>
/// How long each phase of a callout may take before its clock warns and breaches, in seconds. Null: that phase has no such limit.
/// </summary>
public sealed class StageClockPreset
{
    public const int NameLength = 100;
    public const int StyleLength = 100;
    public const int ConfidenceLength = 1000;

    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Whose form the numbers borrow.</summary>
    public string? Style { get; set; }

    /// <summary>How sure the numbers are, and where they come from.</summary>
    public string? Confidence { get; set; }

    public int? ClaimWarning { get; set; }

    public int? ClaimBreach { get; set; }

    public int? DispatchWarning { get; set; }

    public int? DispatchBreach { get; set; }

    public int? ArriveWarning { get; set; }

    public int? ArriveBreach { get; set; }

    public int? CompleteWarning { get; set; }

    public int? CompleteBreach { get; set; }

    public int? CloseWarning { get; set; }

    public int? CloseBreach { get; set; }

    /// <summary>For callouts whose response type has no preset of its own. Exactly one preset is.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Concurrency token, changed with every edit.</summary>
    public Guid Version { get; set; }
}
