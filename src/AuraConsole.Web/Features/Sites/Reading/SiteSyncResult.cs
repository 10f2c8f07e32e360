using AuraConsole.Integration.Http;

namespace AuraConsole.Web.Features.Sites.Reading;

public enum SiteSyncOutcome
{
    /// <summary>The table is as AURA listed it.</summary>
    Done,

    /// <summary>AURA listed nothing while there are sites here; nothing was changed.</summary>
    NothingListed,

    /// <summary>Most of our sites are missing from AURA's list: all but the removals was done, those need a person's word.</summary>
    ManyMissing,

    /// <summary>AURA did not answer, or refused; nothing was changed.</summary>
    Failed,
}

/// <summary>What came of reading AURA's list.</summary>
public sealed record SiteSyncResult(SiteSyncOutcome Outcome, DateTimeOffset At)
{
    public int Added { get; init; }

    public int Changed { get; init; }

    public int Removed { get; init; }

    public int Unchanged { get; init; }

    /// <summary>Sites in our table that AURA did not list, and that were left alone.</summary>
    public int Missing { get; init; }

    /// <summary>Sites AURA listed that cannot be kept: without a reference, or with the reference of a newer one.</summary>
    public int Skipped { get; init; }

    public AuraApiException? Failure { get; init; }
}
