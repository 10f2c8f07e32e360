using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Reports.Making;

/// <summary>What a report reads of a callout.</summary>
internal sealed record ReportRow
{
    public required DateTimeOffset FirstSeenAt { get; init; }

    public required CalloutStage Stage { get; init; }

    public required DateTimeOffset StageSince { get; init; }

    public DateTimeOffset? ClaimedAt { get; init; }

    public DateTimeOffset? FirstClaimedAt { get; init; }

    public DateTimeOffset? DispatchedAt { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset? StoodDownAt { get; init; }

    public int? SiteId { get; init; }

    public string? SiteName { get; init; }

    public string? Reference { get; init; }

    public string? OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public string? ResponseType { get; init; }

    public string? Outcome { get; init; }

    public bool IsBreached { get; init; }

    public bool OnTest { get; init; }

    public bool? InternalTest { get; init; }

    public string? Classification { get; init; }

    /// <summary>Why it was cancelled from here.</summary>
    public string? CancelReason { get; init; }

    public bool IsTest => OnTest || InternalTest == true || string.Equals(Classification, "TEST", StringComparison.OrdinalIgnoreCase);

    public bool IsFalseAlarm => SaysFalse(CancelReason) || SaysFalse(Outcome);

    /// <summary>As the clocks want it.</summary>
    public BoardRow ForClocks() => new()
    {
        Id = 0,
        Version = 0,
        Stage = Stage,
        StageSince = StageSince,
        FirstSeenAt = FirstSeenAt,
        ClosedAt = ClosedAt,
        FirstClaimedAt = FirstClaimedAt ?? ClaimedAt,
        DispatchedAt = DispatchedAt,
        ArrivedAt = ArrivedAt,
        CompletedAt = CompletedAt,
    };

    /// <summary>"False alarm", "FALSE_ALARM", "false-alarm (pet)": AURA's words are free text.</summary>
    public static bool SaysFalse(string? words) =>
        words is not null && words.IndexOf("false", StringComparison.OrdinalIgnoreCase) is >= 0 and var at && words.IndexOf("alarm", at, StringComparison.OrdinalIgnoreCase) > 0;
}
