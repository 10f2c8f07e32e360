namespace AuraConsole.Integration.Api.Contracts;

/// <summary>The whole portfolio to upload.</summary>
public sealed record SitesCsvUpload
{
    /// <summary>Largest file that is sent, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The CSV; sent as the file part <c>locations</c>.</summary>
    public required ReadOnlyMemory<byte> Csv { get; init; }

    /// <summary>Where AURA posts the result; HTTPS, except for a loopback address.</summary>
    public required Uri CallbackUrl { get; init; }

    /// <summary>Where AURA mails its processing notes; sent as <c>userEmail</c>.</summary>
    public string? UserEmail { get; init; }

    /// <summary>Between fields; AURA's default is the comma.</summary>
    public char? Delimiter { get; init; }

    /// <summary>A label that AURA uses while processing.</summary>
    public string? Source { get; init; }
}

/// <summary>AURA has taken an upload; the result comes by callback.</summary>
/// <param name="Message">AURA's own words.</param>
public sealed record CsvAccepted(string? Message);

/// <summary>The whole portfolio as AURA has it.</summary>
/// <param name="Csv">The bytes as they came; their encoding is not published.</param>
public sealed record SitesCsv(ReadOnlyMemory<byte> Csv);
