using System.Collections.Immutable;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Live.Clocks;

/// <summary>All presets, and which response type goes by which. Immutable, so that any number of screens can read it.</summary>
public sealed class ClockBook
{
    public static readonly ClockBook Empty = new([], []);

    private readonly ClockPreset _standard = ClockPreset.None;
    private readonly ImmutableDictionary<int, ClockPreset> _byType;
    private readonly ImmutableDictionary<string, ClockPreset> _byName;

    public ClockBook(IReadOnlyCollection<StageClockPreset> presets, IReadOnlyCollection<StageClockAssignment> assignments)
    {
        var known = presets.ToDictionary(preset => preset.Id, ClockPreset.Of);
        if (presets.FirstOrDefault(preset => preset.IsDefault) is { } standard)
            _standard = known[standard.Id];
        var assigned = assignments.Where(assignment => known.ContainsKey(assignment.PresetId)).ToList();
        _byName = assigned.ToImmutableDictionary(a => a.ResponseType, a => known[a.PresetId], StringComparer.OrdinalIgnoreCase);
        _byType = assigned.Where(a => a.ResponseTypeId is not null).DistinctBy(a => a.ResponseTypeId)
            .ToImmutableDictionary(a => a.ResponseTypeId!.Value, a => known[a.PresetId]);
    }

    /// <summary>By AURA's id of the response type, else by its name, else the default.</summary>
    public ClockPreset For(BoardRow row) =>
        row.ResponseTypeId is { } id && _byType.TryGetValue(id, out var byType) ? byType
        : row.ResponseType is { } name && _byName.TryGetValue(name, out var byName) ? byName
        : _standard;
}
