using System.Globalization;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Import;

/// <summary>
/// The columns of a site file. AURA does not publish them; taken are the JSON names of a site, in any order, told by the header row.
/// </summary>
internal sealed class SiteColumns
{
    public const int TextLimit = 1_000;

    private static readonly string[] Required = ["externalReferenceId", "locationIdentifier", "latitude", "longitude"];

    private readonly Dictionary<string, int> _at = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _count;

    private SiteColumns(CsvRow header)
    {
        _count = header.Fields.Count;
        for (var column = 0; column < _count; column++) _at.TryAdd(header.Fields[column].Trim(), column);
    }

    /// <summary>All columns, in the order of the download.</summary>
    public static IReadOnlyList<(string Name, Func<SimulatedSite, string?> Value)> All { get; } =
    [
        ("externalReferenceId", static site => site.Reference), ("locationIdentifier", static site => site.Identifier),
        ("locationDescription", static site => site.Name), ("locationAdditionalInformation", static site => site.AdditionalInformation),
        ("formattedAddress", static site => site.Address), ("latitude", static site => site.Latitude),
        ("longitude", static site => site.Longitude), ("w3w", static site => site.W3w),
        ("calloutLocationTypeId", static site => site.TypeId?.ToString(CultureInfo.InvariantCulture)),
        ("customerId", static site => site.CustomerId?.ToString(CultureInfo.InvariantCulture)),
        ("duressCode", static site => site.DuressCode),
    ];

    /// <summary>Reads the header; the problem tells which columns are missing.</summary>
    public static (SiteColumns? Columns, string? Problem) Of(CsvRow? header)
    {
        if (header is null) return (null, "The file is empty");
        var columns = new SiteColumns(header);
        var missing = Required.Where(name => !columns._at.ContainsKey(name)).ToList();
        return missing.Count == 0 ? (columns, null) : (null, $"The header lacks {string.Join(", ", missing)}");
    }

    /// <summary>A row's reference, also when the rest of the row is wrong.</summary>
    public string? Reference(CsvRow row) => Cell(row, "externalReferenceId");

    /// <summary>Reads a row; id and times are not in it.</summary>
    public (SimulatedSite? Site, string? Problem) Read(CsvRow row)
    {
        if (row.Fields.Count != _count) return (null, "has another number of fields than the header");
        if (row.Fields.Any(static field => field.Length > TextLimit)) return (null, "has a text that is too long");
        if (Required.FirstOrDefault(name => Cell(row, name) is null) is { } missing) return (null, $"{missing} is required");
        if (!IsWithin(Cell(row, "latitude"), 90)) return (null, "latitude must be between -90 and 90");
        if (!IsWithin(Cell(row, "longitude"), 180)) return (null, "longitude must be between -180 and 180");
        if (!IsInteger(row, "calloutLocationTypeId", out var typeId)) return (null, "calloutLocationTypeId must be an integer");
        if (!IsInteger(row, "customerId", out var customerId)) return (null, "customerId must be an integer");
        return (new SimulatedSite
        {
            Id = 0,
            Reference = Cell(row, "externalReferenceId")!,
            Identifier = Cell(row, "locationIdentifier")!,
            Name = Cell(row, "locationDescription"),
            AdditionalInformation = Cell(row, "locationAdditionalInformation"),
            Address = Cell(row, "formattedAddress"),
            Latitude = Cell(row, "latitude"),
            Longitude = Cell(row, "longitude"),
            W3w = Cell(row, "w3w"),
            TypeId = typeId,
            CustomerId = customerId,
            DuressCode = Cell(row, "duressCode"),
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        }, null);
    }

    private static bool IsWithin(string? text, double limit) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.Abs(degrees) <= limit;

    private string? Cell(CsvRow row, string name)
    {
        if (!_at.TryGetValue(name, out var column) || column >= row.Fields.Count) return null;
        var text = row.Fields[column].Trim();
        return text.Length == 0 ? null : text;
    }

    private bool IsInteger(CsvRow row, string name, out long? value)
    {
        var text = Cell(row, name);
        value = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text is null || value is not null;
    }
}
