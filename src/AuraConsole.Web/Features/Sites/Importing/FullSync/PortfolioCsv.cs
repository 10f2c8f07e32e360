using System.Globalization;
using System.Text;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Importing.Reading;

namespace AuraConsole.Web.Features.Sites.Importing.FullSync;

/// <summary>
/// Writes the whole portfolio for an upload, in the columns of AURA's own download: AURA publishes none (bulk CSV import). What our
/// import does not know (customer, duress code, columns yet to come) is carried over from the download.
/// </summary>
internal static class PortfolioCsv
{
    private const string Reference = "externalReferenceId";
    private const string Identifier = "locationIdentifier";

    private static readonly Dictionary<string, ImportField> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [Reference] = ImportField.Reference,
        ["locationDescription"] = ImportField.Name,
        ["formattedAddress"] = ImportField.Address,
        ["latitude"] = ImportField.Latitude,
        ["longitude"] = ImportField.Longitude,
        ["calloutLocationTypeId"] = ImportField.Type,
        ["locationAdditionalInformation"] = ImportField.Information,
        ["w3w"] = ImportField.W3w,
    };

    /// <summary>The JSON names of a site, for a download whose header cannot be used.</summary>
    private static readonly IReadOnlyList<string> Standard = [Reference, Identifier, .. Known.Keys.Where(static name => name != Reference)];

    /// <exception cref="ImportRefusedException">The download cannot be read: an upload made without it could lose something.</exception>
    public static byte[] Compose(WantedPortfolio wanted, ReadOnlyMemory<byte> download, int mostRows)
    {
        var bytes = download.ToArray();
        char delimiter;
        using (var text = FileText.Open(new MemoryStream(bytes), ImportEncoding.Unicode))
            delimiter = Delimiters.Detect(text);
        using var table = TableReader.Open(FileText.Open(new MemoryStream(bytes), ImportEncoding.Unicode), delimiter, mostRows);
        var columns = Usable(table.Header) ? table.Header : Standard;
        var there = Rows(table, columns);
        var held = wanted.Held.ToHashSet();
        var csv = new StringBuilder(wanted.Sites.Count * 120);
        csv.AppendJoin(',', columns.Select(Quoted)).Append("\r\n");
        foreach (var site in wanted.Sites)
        {
            var row = there.GetValueOrDefault(site.Reference);
            for (var column = 0; column < columns.Count; column++)
                csv.Append(column == 0 ? "" : ",").Append(Quoted(Cell(columns[column], row?[column], site, held)));
            csv.Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static bool Usable(IReadOnlyList<string> header) =>
        new[] { Reference, "latitude", "longitude" }.All(name => header.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static Dictionary<string, string[]> Rows(TableReader table, IReadOnlyList<string> columns)
    {
        var rows = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var reference = columns.ToList().FindIndex(static name => name.Equals(Reference, StringComparison.OrdinalIgnoreCase));
        while (ReferenceEquals(columns, table.Header) && table.Read())
            rows[table[reference].Trim()] = [.. columns.Select((_, column) => table[column])];
        return rows;
    }

    private static string Cell(string column, string? there, ImportedSite site, HashSet<ImportField> held)
    {
        if (Known.TryGetValue(column, out var member))
            return member == ImportField.Reference || held.Contains(member) ? Value(member, site) : there ?? "";
        return there ?? (column.Equals(Identifier, StringComparison.OrdinalIgnoreCase) ? site.Reference : "");
    }

    private static string Value(ImportField member, ImportedSite site) => member switch
    {
        ImportField.Reference => site.Reference,
        ImportField.Name => site.Name ?? "",
        ImportField.Address => site.Address ?? "",
        ImportField.Latitude => Degrees(site.Latitude),
        ImportField.Longitude => Degrees(site.Longitude),
        ImportField.Type => site.TypeId?.ToString(CultureInfo.InvariantCulture) ?? "",
        ImportField.Information => site.Information ?? "",
        _ => site.W3w ?? "",
    };

    /// <summary>Never with an exponent.</summary>
    private static string Degrees(double degrees) => degrees.ToString("0.####################", CultureInfo.InvariantCulture);

    // for AURA, not for a spreadsheet: nothing is added to what a site is called
    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\r\n") || text.AsSpan().Trim().Length != text.Length
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
