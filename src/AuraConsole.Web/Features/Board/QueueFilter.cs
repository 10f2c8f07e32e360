using System.Globalization;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Board;

/// <summary>What the queue is narrowed to. All parts that are set have to fit.</summary>
public sealed record QueueFilter
{
    /// <summary>Longest text taken from the address or the field.</summary>
    public const int TextLength = 100;

    /// <summary>An owner: nobody.</summary>
    public const string Nobody = "nobody";

    /// <summary>An owner: whoever looks.</summary>
    public const string Me = "me";

    /// <summary>A group: none.</summary>
    public const int NoGroup = 0;

    public static readonly QueueFilter None = new();

    public string Text { get; init; } = "";

    public CalloutStage? Stage { get; init; }

    /// <summary><see cref="Nobody"/>, <see cref="Me"/>, or a person's id; null for anyone.</summary>
    public string? Owner { get; init; }

    /// <summary>Our id of a site group, or <see cref="NoGroup"/>; null for any.</summary>
    public int? Group { get; init; }

    public string? ResponseType { get; init; }

    public bool RealOnly { get; init; }

    public bool IsNone => this == None;

    public bool Passes(BoardRow row, string? me) =>
        !(RealOnly && row.IsTest)
        && (Stage is null || row.Stage == Stage)
        && (Owner is null || row.OwnerId == (Owner == Me ? me : Owner == Nobody ? null : Owner))
        && (Group is null || (row.SiteGroupId ?? NoGroup) == Group)
        && (ResponseType is null || string.Equals(row.ResponseType, ResponseType, StringComparison.OrdinalIgnoreCase))
        && Finds(row);

    private bool Finds(BoardRow row)
    {
        foreach (var range in Text.AsSpan().Split(' '))
        {
            var word = Text.AsSpan(range);
            if (!word.IsEmpty && !Has(row, word))
                return false;
        }
        return true;
    }

    private static bool Has(BoardRow row, ReadOnlySpan<char> word) =>
        Has(row.SiteName, word) || Has(row.CustomerName, word) || Has(row.Reference, word) || Has(row.Address, word) || Has(row.IncidentNumber, word)
        || Has(row.Id.ToString(CultureInfo.InvariantCulture), word) || Has(row.CustomerAuraId?.ToString(CultureInfo.InvariantCulture), word);

    private static bool Has(string? text, ReadOnlySpan<char> word) => text.AsSpan().Contains(word, StringComparison.OrdinalIgnoreCase);
}
