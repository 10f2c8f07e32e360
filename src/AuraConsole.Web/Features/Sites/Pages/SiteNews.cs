using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.Showing;

namespace AuraConsole.Web.Features.Sites.Pages;

/// <summary>What came of a change, carried to the site's page in the history entry, not in the address.</summary>
internal static class SiteNews
{
    public static string Of(SiteResult result) => $"{result.Action}/{result.Outcome}";

    /// <summary>The sentence; null for anything that is not ours.</summary>
    public static string? Read(string? state) =>
        state?.Split('/') is [var action, var outcome]
        && Enum.TryParse<SiteAction>(action, out var asked)
        && Enum.TryParse<SiteOutcome>(outcome, out var came)
        && came is SiteOutcome.Done or SiteOutcome.FoundDone
            ? SiteSentences.Of(new SiteResult(asked, came))
            : null;
}
