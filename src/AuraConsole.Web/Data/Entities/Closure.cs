namespace AuraConsole.Web.Data.Entities;

/// <summary>What AURA says of a callout once it is closed, and how it was rated. Waiting for it is derived from this row.</summary>
public sealed class Closure
{
    public const int SummaryLength = 2000;
    public const int MostReport = 64 * 1024;
    public const int MostImage = 256 * 1024;
    public const int DetailsLength = 1000;
    public const int ItemsLength = 4000;

    /// <summary>Our id of the callout.</summary>
    public int CalloutId { get; set; }

    public DateTimeOffset? ReportAt { get; set; }

    public string? Outcome { get; set; }

    public string? Summary { get; set; }

    public string? Responders { get; set; }

    public int? ResponseSeconds { get; set; }

    public int? ResolutionSeconds { get; set; }

    /// <summary>The report as AURA wrote it; null when it was larger than <see cref="MostReport"/>.</summary>
    public string? Report { get; set; }

    public DateTimeOffset? MapAt { get; set; }

    public string? MapUrl { get; set; }

    /// <summary>A picture as a data URL, when what AURA sent was one.</summary>
    public string? MapImage { get; set; }

    /// <summary>How often AURA was asked for what is still missing.</summary>
    public int Attempts { get; set; }

    /// <summary>Null once there is nothing left to ask, or when it was given up.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>1 to 5; null while nobody has rated.</summary>
    public int? Rating { get; set; }

    public string? RatingDetails { get; set; }

    public bool? MayBeContacted { get; set; }

    /// <summary>The chosen items, one a line.</summary>
    public string? RatingItems { get; set; }

    public SendState? RatingState { get; set; }

    /// <summary>AURA's words on a rating that it refused.</summary>
    public string? RatingRemark { get; set; }

    public string? RatedBy { get; set; }

    public DateTimeOffset? RatedAt { get; set; }

    public bool IsComplete => ReportAt is not null && MapAt is not null;
}
