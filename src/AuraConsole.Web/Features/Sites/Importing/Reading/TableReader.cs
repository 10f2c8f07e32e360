using CsvHelper;

namespace AuraConsole.Web.Features.Sites.Importing.Reading;

/// <summary>The rows of a delimited file, one at a time. Everything is bounded: columns, rows, and the length of field and record.</summary>
internal sealed class TableReader : IDisposable
{
    public const int MostColumns = 200;
    public const int LongestField = 8 * 1024;

    private readonly CsvReader _reader;
    private readonly int _mostRows;
    private int _rows;

    private TableReader(TextReader text, char delimiter, int mostRows)
    {
        _mostRows = mostRows;
        _reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            TrackLineNumbers = true,
            // what people wrote may not reach a log by way of an exception
            IncludeValuesInExceptions = false,
            // four bytes for a sign, at most
            MaxRecordSize = BoundedText.LongestRecord * 4,
        });
    }

    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Where the row that was read last begins, from 1.</summary>
    public int Line { get; private set; }

    public int Columns => _reader.FieldCount;

    public static TableReader Open(TextReader text, char delimiter, int mostRows)
    {
        var table = new TableReader(text, delimiter, mostRows);
        try
        {
            table.ReadHeader();
            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    /// <summary>False at the end.</summary>
    public bool Read()
    {
        if (!Advance())
            return false;
        if (++_rows > _mostRows)
            throw new ImportRefusedException(ImportRefusal.ManyRows, Line);
        return true;
    }

    public string this[int column]
    {
        get
        {
            if (column >= _reader.FieldCount)
                return "";
            var text = _reader.GetString(column);
            return text.Length <= LongestField ? text : throw new ImportRefusedException(ImportRefusal.LongField, Line);
        }
    }

    public void Dispose() => _reader.Dispose();

    private void ReadHeader()
    {
        if (!Advance())
            throw new ImportRefusedException(ImportRefusal.Empty);
        if (_reader.FieldCount > MostColumns)
            throw new ImportRefusedException(ImportRefusal.ManyColumns, Line);
        Header = [.. Enumerable.Range(0, _reader.FieldCount).Select(column => this[column].Trim())];
    }

    private bool Advance()
    {
        try
        {
            if (!_reader.Read())
                return false;
            Line = int.CreateSaturating(_reader.LineNumber);
            return true;
        }
        catch (CsvFormatException broken)
        {
            throw new ImportRefusedException(ImportRefusal.LongLine, int.CreateSaturating(broken.LineNumber), broken);
        }
    }
}
