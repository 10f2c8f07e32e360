using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Sites.Changing;

/// <summary>The outcome of a change, and the site as it stands now, where there is one.</summary>
public sealed record SiteResult(SiteAction Action, SiteOutcome Outcome, Site? Site = null, AuraApiException? Failure = null)
{
    public bool IsDone => Outcome is SiteOutcome.Done or SiteOutcome.FoundDone;
}
