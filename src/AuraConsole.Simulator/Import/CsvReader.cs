using System.Text;

namespace AuraConsole.Simulator.Import;

/// <summary>Reads a delimited file row by row (RFC 4180, with line breaks within quotes); every part is bounded.</summary>
internal sealed class CsvReader(TextReader text, char delimiter)
{
    private const int FieldLimit = 64;
    private const char Quote = '"';

    private readonly StringBuilder _field = new();
    private int _number;

    /// <summary>The next row that is not empty; null at the end.</summary>
    public CsvRow? Read()
    {
        while (text.Peek() >= 0)
        {
            var row = ReadRow();
            if (row.Fields is not [""]) return row;
        }

        return null;
    }

    private CsvRow ReadRow()
    {
        _number++;
        var fields = new List<string>();
        var quoted = false;
        _field.Clear();
        while (text.Read() is var next and >= 0)
        {
            var sign = (char)next;
            if (quoted)
            {
                if (sign != Quote) Append(sign);
                else if (text.Peek() != Quote) quoted = false;
                else Append((char)text.Read());
            }
            else if (sign == Quote && _field.Length == 0)
            {
                quoted = true;
            }
            else if (sign == delimiter)
            {
                End(fields);
            }
            else if (sign is '\n' or '\r')
            {
                if (sign == '\r' && text.Peek() == '\n') text.Read();
                break;
            }
            else
            {
                Append(sign);
            }
        }

        End(fields);
        return new CsvRow(_number, fields, IsWhole: !quoted);
    }

    private void End(List<string> fields)
    {
        // one field too many is kept, so that the row is seen to be too long
        if (fields.Count <= FieldLimit) fields.Add(_field.ToString());
        _field.Clear();
    }

    /// <summary>One sign too many is kept, so that the text is seen to be too long.</summary>
    private void Append(char sign)
    {
        if (_field.Length <= SiteColumns.TextLimit) _field.Append(sign);
    }
}

/// <summary>A row; the header is number 1. Not whole when the file ended within quotes.</summary>
internal sealed record CsvRow(int Number, IReadOnlyList<string> Fields, bool IsWhole);
