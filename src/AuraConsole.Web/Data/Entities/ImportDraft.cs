namespace AuraConsole.Web.Data.Entities;

/// <summary>A file that an admin has brought and not applied yet; the file itself lies beside the database.</summary>
public sealed class ImportDraft
{
    public const int UserIdLength = 450;
    public const int FileNameLength = 200;

    public required string UserId { get; set; }

    /// <summary>The file's name in the folder of imports.</summary>
    public Guid FileId { get; set; }

    /// <summary>As the admin's computer called it; null for pasted text.</summary>
    public string? FileName { get; set; }

    public long Bytes { get; set; }

    public ImportEncoding Encoding { get; set; }

    public char Delimiter { get; set; }

    /// <summary>As in <see cref="ImportProfile.Mapping"/>; null until it was looked at.</summary>
    public string? Mapping { get; set; }

    public ImportStep Step { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}

public enum ImportEncoding
{
    /// <summary>By its byte order mark, or UTF-8 without one.</summary>
    Unicode,

    /// <summary>Only when an admin says so: any bytes are valid in it, so that it would hide a wrong guess.</summary>
    Windows1252,
}

public enum ImportStep
{
    Columns,
    Faults,
    Differences,
}
