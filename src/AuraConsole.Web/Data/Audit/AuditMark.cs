using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Data.Audit;

/// <summary>
/// A record's number and seal, short enough to be written down elsewhere. A chain by itself cannot tell that its end was cut off; a mark
/// kept outside of the database can.
/// </summary>
public sealed record AuditMark(long Id, string Seal)
{
    public static AuditMark Of(AuditRecord record) => new(record.Id, Convert.ToHexStringLower(record.Seal));

    /// <summary>Reads <c>number:seal</c>, as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AuditMark? mark)
    {
        mark = null;
        if (text?.Trim().Split(':') is not [var number, { Length: AuditRecord.SealLength * 2 } seal] || !seal.All(char.IsAsciiHexDigit)
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        mark = new AuditMark(id, seal.ToLowerInvariant());
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Seal}");
}
