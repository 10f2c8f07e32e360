using System.Security.Cryptography;
using System.Text;

namespace AuraConsole.Web.Features.Sites.Importing.Mapping;

/// <summary>Which column holds which member; one member is in one column at most.</summary>
public sealed class ColumnMapping
{
    private static readonly IReadOnlyList<ImportField> Required = [ImportField.Reference, ImportField.Latitude, ImportField.Longitude];

    private readonly ImportField?[] _fields;

    public ColumnMapping(IEnumerable<ImportField?> fields)
    {
        _fields = [.. fields];
        var taken = new HashSet<ImportField>();
        for (var column = 0; column < _fields.Length; column++)
        {
            if (_fields[column] is { } field && !taken.Add(field))
                _fields[column] = null;
        }
    }

    public IReadOnlyList<ImportField?> Fields => _fields;

    /// <summary>Required members that no column holds.</summary>
    public IReadOnlyList<ImportField> Missing => [.. Required.Where(needed => ColumnOf(needed) is null)];

    public IReadOnlySet<ImportField> Held => _fields.OfType<ImportField>().ToHashSet();

    public int? ColumnOf(ImportField field) => Array.IndexOf(_fields, field) is >= 0 and var column ? column : null;

    /// <summary>The member moves to this column; its former column holds nothing then.</summary>
    public ColumnMapping With(int column, ImportField? field) =>
        new(_fields.Select((held, index) => index == column ? field : held == field ? null : held));

    /// <summary>By the words in the header.</summary>
    public static ColumnMapping Guess(IReadOnlyList<string> header) => new(header.Select(HeaderWords.Find));

    public static string Signature(IReadOnlyList<string> header) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', header.Select(HeaderWords.Plain)))));

    public string Write() => string.Join(',', _fields.Select(static field => field?.ToString() ?? ""));

    /// <summary>Null when it does not fit so many columns.</summary>
    public static ColumnMapping? Parse(string? text, int columns)
    {
        var parts = (text ?? "").Split(',');
        return text is null || parts.Length != columns
            ? null
            : new ColumnMapping(parts.Select(static part => Enum.TryParse<ImportField>(part, out var field) && Enum.IsDefined(field) ? field : (ImportField?)null));
    }
}
