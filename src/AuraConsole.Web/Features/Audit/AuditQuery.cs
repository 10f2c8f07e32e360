namespace AuraConsole.Web.Features.Audit;

/// <summary>What of the audit is looked for; null leaves open.</summary>
public sealed record AuditQuery
{
    /// <summary>As the record has it: <c>callout.claimed</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The user's id.</summary>
    public string? By { get; init; }

    /// <summary>As the record has it: <c>site:42</c>.</summary>
    public string? Subject { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>Not included.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Records older than this one: where the page before ended.</summary>
    public long? Before { get; init; }
}
