using AuraConsole.Web.Features.Sites.Importing.Mapping;

namespace AuraConsole.Web.Features.Sites.Importing.Reading;

/// <summary>Something wrong with a row.</summary>
/// <param name="Line">Where the row begins in the file, from 1.</param>
/// <param name="Column">The column's header; null for the row as a whole.</param>
/// <param name="Value">What stands there, cut.</param>
/// <param name="Sentence">What is wrong, for people.</param>
public sealed record ImportFault(int Line, string? Column, string? Value, string Sentence);

/// <summary>A row without faults.</summary>
public sealed record ImportedSite
{
    public required int Line { get; init; }

    public required string Reference { get; init; }

    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    public string? Name { get; init; }

    public string? Address { get; init; }

    public int? TypeId { get; init; }

    public string? Information { get; init; }

    public string? W3w { get; init; }
}

/// <summary>What a file says once its columns are known.</summary>
public sealed record FileContents(
    IReadOnlyList<ImportedSite> Sites, IReadOnlyList<ImportFault> Faults, int FaultCount, int Rows, IReadOnlySet<ImportField> Held)
{
    /// <summary>Most faults that are listed; all are counted.</summary>
    public const int MostFaults = 10_000;
}
