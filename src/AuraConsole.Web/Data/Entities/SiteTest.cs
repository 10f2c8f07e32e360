namespace AuraConsole.Web.Data.Entities;

/// <summary>A time in which a site is tested or maintained. Callouts that come meanwhile are kept and marked, never hidden.</summary>
public sealed class SiteTest
{
    public const int ReasonLength = 300;
    public const int NameLength = 100;

    public int Id { get; set; }

    public int SiteId { get; set; }

    public Site? Site { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it ends by itself; there is none without an end.</summary>
    public DateTimeOffset EndsAt { get; set; }

    public required string Reason { get; set; }

    public required string ByName { get; set; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Null when it ended by its time.</summary>
    public string? EndedByName { get; set; }
}
