using System.Text;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Import;

/// <summary>What a site file says: its good rows, its errors, and every reference that appears in it.</summary>
internal sealed class SiteFile
{
    private const int RowLimit = 200_000;
    private const int ErrorLimit = 1_000;

    private readonly Dictionary<string, SimulatedSite> _sites = new(StringComparer.Ordinal);
    private readonly HashSet<string> _references = new(StringComparer.Ordinal);
    private readonly List<SiteFileError> _errors = [];

    /// <summary>Why nothing of the file can be used.</summary>
    public string? Problem { get; private set; }

    public int Rows { get; private set; }

    public int Failed { get; private set; }

    public IReadOnlyCollection<SimulatedSite> Sites => _sites.Values;

    /// <summary>Also those of rows with errors: a site is not deleted because its row is wrong.</summary>
    public IReadOnlySet<string> References => _references;

    /// <summary>The first thousand.</summary>
    public IReadOnlyList<SiteFileError> Errors => _errors;

    public static SiteFile Read(Stream stream, char delimiter, CancellationToken cancellationToken)
    {
        var file = new SiteFile();
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
        var rows = new CsvReader(text, delimiter);
        var (columns, problem) = SiteColumns.Of(rows.Read());
        file.Problem = problem;
        while (columns is not null && file.Problem is null && rows.Read() is { } row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Add(row, columns);
        }

        return file;
    }

    public void Fail(int row, string? reference, string message)
    {
        Failed++;
        if (_errors.Count < ErrorLimit) _errors.Add(new SiteFileError(row, reference, message));
    }

    private void Add(CsvRow row, SiteColumns columns)
    {
        if (!row.IsWhole)
        {
            Problem = FormattableString.Invariant($"Row {row.Number} opens a quote that is never closed");
        }
        else if (++Rows > RowLimit)
        {
            Problem = FormattableString.Invariant($"The file has more than {RowLimit} rows");
        }
        else
        {
            var (site, problem) = columns.Read(row);
            var reference = columns.Reference(row);
            if (reference is not null && !_references.Add(reference)) problem ??= "externalReferenceId appeared before";
            if (problem is null) _sites[reference!] = site!;
            else Fail(row.Number, reference, problem);
        }
    }
}

/// <summary>A row that could not be used.</summary>
internal sealed record SiteFileError(int Row, string? Reference, string Message);
