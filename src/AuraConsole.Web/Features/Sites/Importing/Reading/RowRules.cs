using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Pages;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Sites.Importing.Reading;

/// <summary>Reads one row and finds all that is wrong with it.</summary>
internal sealed class RowRules(ColumnMapping mapping, IReadOnlyList<string> header)
{
    private const int ShownValue = 100;

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly int?[] _columns = [.. Enum.GetValues<ImportField>().Select(mapping.ColumnOf)];
    private Action<ImportFault> _fault = static _ => { };
    private TableReader _row = null!;
    private bool _isFaulty;

    /// <summary>The site of the row, or null when <paramref name="fault"/> was told what is wrong.</summary>
    public ImportedSite? Read(TableReader row, Action<ImportFault> fault)
    {
        (_row, _fault, _isFaulty) = (row, fault, false);
        if (row.Columns > header.Count)
            Fault(null, null, Say.With(ImportText.FaultColumns, row.Columns, header.Count));
        var reference = Reference();
        var latitude = Degrees(ImportField.Latitude, 90, ImportText.FaultLatitude);
        var longitude = Degrees(ImportField.Longitude, 180, ImportText.FaultLongitude);
        var name = Text(ImportField.Name, Site.NameLength);
        var address = Text(ImportField.Address, Site.AddressLength);
        var type = Type();
        var information = Text(ImportField.Information, Site.InformationLength);
        var w3w = Text(ImportField.W3w, Site.W3wLength);
        return _isFaulty ? null : new ImportedSite
        {
            Line = row.Line,
            Reference = reference,
            Latitude = latitude,
            Longitude = longitude,
            Name = name,
            Address = address,
            TypeId = type,
            Information = information,
            W3w = w3w,
        };
    }

    private string Reference()
    {
        var text = Value(ImportField.Reference);
        if (text.Length == 0)
            Fault(ImportField.Reference, text, ImportText.FaultNoReference);
        else if (text.Length > Site.ReferenceLength)
            Fault(ImportField.Reference, text, Say.With(ImportText.FaultLong, Site.ReferenceLength, text.Length));
        else if (text.Any(char.IsControl))
            Fault(ImportField.Reference, text, ImportText.FaultControl);
        else if (!_lines.TryAdd(text, _row.Line))
            Fault(ImportField.Reference, text, Say.With(ImportText.FaultTwice, _lines[text]));
        return text;
    }

    private double Degrees(ImportField member, double limit, string sentence)
    {
        var text = Value(member);
        if (SiteInputRules.Degrees(text) is { } degrees && Math.Abs(degrees) <= limit)
            return degrees;
        Fault(member, text, sentence);
        return 0;
    }

    private int? Type()
    {
        var text = Value(ImportField.Type);
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0)
            return id;
        Fault(ImportField.Type, text, ImportText.FaultType);
        return null;
    }

    private string? Text(ImportField member, int most)
    {
        var text = Value(member);
        if (text.Length > most)
            Fault(member, text, Say.With(ImportText.FaultLong, most, text.Length));
        else if (text.Any(static sign => char.IsControl(sign) && sign is not ('\r' or '\n' or '\t')))
            Fault(member, text, ImportText.FaultControl);
        return text.Length == 0 ? null : text;
    }

    private string Value(ImportField member) => _columns[(int)member] is { } column ? _row[column].Trim() : "";

    private void Fault(ImportField? member, string? value, string sentence)
    {
        _isFaulty = true;
        var column = member is { } known && _columns[(int)known] is { } index ? header[index] : null;
        _fault(new ImportFault(_row.Line, column, AuraConsole.Web.Data.Text.Cut(value, ShownValue), sentence));
    }
}
