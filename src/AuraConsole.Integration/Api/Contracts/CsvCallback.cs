using System.Text.Json;
using AuraConsole.Integration.Api.Wire;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>
/// What AURA posts to the callback of an upload. No key of it is published: whatever was recognised is here, everything is in
/// <see cref="Raw"/>. Afterwards compare with a list or a download (source: bulk CSV import).
/// </summary>
public sealed record CsvCallback
{
    /// <summary>Largest body that is read, in bytes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Most rows that are kept of <see cref="Errors"/>.</summary>
    public const int MaxErrors = 1000;

    /// <summary>Whether AURA says that it worked; null when it says neither.</summary>
    public bool? Succeeded { get; init; }

    /// <summary>AURA's own words.</summary>
    public string? Message { get; init; }

    /// <summary>Sites created.</summary>
    public int? Created { get; init; }

    /// <summary>Sites changed.</summary>
    public int? Updated { get; init; }

    /// <summary>Sites that were as the file has them.</summary>
    public int? Unchanged { get; init; }

    /// <summary>Sites marked deleted because the file left them out.</summary>
    public int? Deleted { get; init; }

    /// <summary>Rows that were refused; the count of <see cref="Errors"/> when AURA gives no number.</summary>
    public int? Failed { get; init; }

    /// <summary>Rows that were refused, at most <see cref="MaxErrors"/>.</summary>
    public IReadOnlyList<CsvRowError> Errors { get; init; } = [];

    /// <summary>The whole object as it was read.</summary>
    public JsonElement Raw { get; init; }

    /// <summary>Null for what is no JSON object, or too large; never throws.</summary>
    public static CsvCallback? Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaxBytes)
            return null;
        using var json = JsonEnvelope.Parse(body);
        return json is { RootElement.ValueKind: JsonValueKind.Object } ? CsvCallbackReader.Read(json.RootElement) : null;
    }
}

/// <summary>A row that AURA refused.</summary>
/// <param name="Row">Its number as AURA counts.</param>
/// <param name="Reference">The site's reference.</param>
/// <param name="Message">AURA's own words.</param>
public sealed record CsvRowError(int? Row, string? Reference, string? Message);
