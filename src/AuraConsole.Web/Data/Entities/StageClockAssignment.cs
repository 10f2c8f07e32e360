namespace AuraConsole.Web.Data.Entities;

/// <summary>Which preset the callouts of a response type go by.</summary>
public sealed class StageClockAssignment
{
    public int Id { get; set; }

    /// <summary>AURA's id, when it is known: the name alone may be spelt otherwise one day.</summary>
    public int? ResponseTypeId { get; set; }

    /// <summary>Unique, whatever the case.</summary>
    public required string ResponseType { get; set; }

    public int PresetId { get; set; }

    public StageClockPreset? Preset { get; set; }

    /// <summary>Concurrency token, changed with every edit.</summary>
    public Guid Version { get; set; }
}
