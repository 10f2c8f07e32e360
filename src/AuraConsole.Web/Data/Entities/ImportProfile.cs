namespace AuraConsole.Web.Data.Entities;

/// <summary>Which column of a file is which member of a site, remembered for files with the same header.</summary>
public sealed class ImportProfile
{
    public const int SignatureLength = 64;
    public const int MappingLength = 2000;

    /// <summary>SHA-256 of the header row, in hex.</summary>
    public required string Signature { get; set; }

    /// <summary>For each column the member, or nothing, with commas between.</summary>
    public required string Mapping { get; set; }

    public DateTimeOffset UsedAt { get; set; }
}
