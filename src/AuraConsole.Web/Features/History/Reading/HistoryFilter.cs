using AuraConsole.Integration.Lifecycle;

namespace AuraConsole.Web.Features.History.Reading;

/// <summary>Which callouts history shows. What is null narrows nothing.</summary>
public sealed record HistoryFilter
{
    public const int LongestText = 100;

    /// <summary>As <see cref="Group"/>: callouts of no group.</summary>
    public const int NoGroup = 0;

    /// <summary>As <see cref="Owner"/>: callouts that nobody has.</summary>
    public const string Nobody = "-";

    /// <summary>First seen at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>First seen before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Our id.</summary>
    public int? Site { get; init; }

    public int? Group { get; init; }

    /// <summary>AURA's id.</summary>
    public long? Customer { get; init; }

    public CalloutStage? Stage { get; init; }

    public string? Outcome { get; init; }

    /// <summary>The id of who had it last.</summary>
    public string? Owner { get; init; }

    public string? ResponseType { get; init; }

    public bool? IsBreached { get; init; }

    /// <summary>Every word has to begin a word of site, reference, address, incident number, responders or AURA's number.</summary>
    public string Text { get; init; } = "";

    public bool IsNarrowed => this != new HistoryFilter();
}

/// <summary>A place in the list, which goes from the newest on: what follows it is older.</summary>
/// <param name="At">In UTC ticks; 0 where a text is looked for, because that list goes by the order of arrival.</param>
/// <param name="Id">Our id.</param>
public sealed record HistoryKey(long At, long Id)
{
    public override string ToString() => FormattableString.Invariant($"{At}-{Id}");

    /// <summary>Null for anything that is no place.</summary>
    public static HistoryKey? Read(string? text) =>
        text?.Split('-') is [var at, var id] && long.TryParse(at, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var ticks)
        && long.TryParse(id, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? new HistoryKey(ticks, number)
            : null;
}

/// <summary>A line of the list.</summary>
public sealed record HistoryLine(int Id, long AuraId, DateTimeOffset At, CalloutStage Stage)
{
    public int? SiteId { get; init; }

    public string? SiteName { get; init; }

    public string? Reference { get; init; }

    public string? GroupName { get; init; }

    public string? Address { get; init; }

    public long? CustomerAuraId { get; init; }

    /// <summary>In full; the page masks it.</summary>
    public string? CustomerName { get; init; }

    public string? ResponseType { get; init; }

    public string? OwnerName { get; init; }

    public string? Outcome { get; init; }

    public int BreachedPhases { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public bool IsTest { get; init; }

    public bool OnTest { get; init; }

    public string? IncidentNumber { get; init; }
}

/// <summary>A part of the list.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="Next">Where the following part begins; null at the end.</param>
/// <param name="IsCutShort">The looking stopped at its bound before the part was full.</param>
public sealed record HistoryPart(IReadOnlyList<HistoryLine> Lines, HistoryKey? Next, bool IsCutShort)
{
    /// <summary>How far back a looking that was cut short came; null where that is not known.</summary>
    public DateTimeOffset? SearchedTo => IsCutShort && Next is { At: > 0 } next ? new DateTimeOffset(next.At, TimeSpan.Zero) : null;
}

/// <summary>How many there are.</summary>
/// <param name="Found">As many as were counted.</param>
/// <param name="IsAll">False: there are more, or may be.</param>
public sealed record HistoryCount(int Found, bool IsAll);
