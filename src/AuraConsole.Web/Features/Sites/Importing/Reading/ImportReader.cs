using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Sites.Importing.Reading;

/// <summary>The first rows of a file, to see which column is what.</summary>
public sealed record FileHead(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Samples);

/// <summary>Reads kept files. One at a time: each may be as large as files may be.</summary>
/// <exception cref="ImportRefusedException">From every method: the file as a whole cannot be read.</exception>
public sealed class ImportReader(ImportFiles files, IOptions<ImportOptions> options) : IDisposable
{
    private const int MostSamples = 3;
    private const int SampleLength = 60;

    private readonly SemaphoreSlim _turn = new(1, 1);

    public char DetectDelimiter(Guid file, ImportEncoding encoding)
    {
        using var text = FileText.Open(files.Open(file), encoding);
        return Delimiters.Detect(text);
    }

    public FileHead Head(ImportDraft draft)
    {
        using var table = Open(draft);
        var samples = new List<IReadOnlyList<string>>();
        while (samples.Count < MostSamples && table.Read())
            samples.Add([.. table.Header.Select((_, column) => Data.Text.Cut(table[column].Trim(), SampleLength)!)]);
        return new FileHead(table.Header, samples);
    }

    public async Task<FileContents> ReadAsync(ImportDraft draft, ColumnMapping mapping, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Read(draft, mapping, cancellationToken), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private FileContents Read(ImportDraft draft, ColumnMapping mapping, CancellationToken cancellationToken)
    {
        using var table = Open(draft);
        var rules = new RowRules(mapping, table.Header);
        var sites = new List<ImportedSite>();
        var faults = new List<ImportFault>();
        var (rows, count) = (0, 0);
        while (table.Read())
        {
            if (++rows % 1000 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (rules.Read(table, fault => Note(fault)) is { } site)
                sites.Add(site);
        }

        return new FileContents(sites, faults, count, rows, mapping.Held);

        void Note(ImportFault fault)
        {
            count++;
            if (faults.Count < FileContents.MostFaults)
                faults.Add(fault);
        }
    }

    private TableReader Open(ImportDraft draft)
    {
        var text = FileText.Open(files.Open(draft.FileId), draft.Encoding);
        try
        {
            return TableReader.Open(text, draft.Delimiter, options.Value.MaxRows);
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }
}
