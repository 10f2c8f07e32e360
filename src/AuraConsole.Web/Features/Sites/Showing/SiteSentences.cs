using System.Globalization;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Sites.Showing;

/// <summary>Says what came of a change or a reading.</summary>
public static class SiteSentences
{
    /// <summary>One sentence, and what to do next. AURA's own words stand beside it: see <see cref="Quoted"/>.</summary>
    public static string Of(SiteResult result) => (result.Action, result.Outcome) switch
    {
        (SiteAction.Register, SiteOutcome.Done) => SitesText.Registered,
        (SiteAction.Register, SiteOutcome.FoundDone) => SitesText.RegisteredAfterDoubt,
        (SiteAction.Register, SiteOutcome.FoundNotDone) => SitesText.NotRegisteredAfterDoubt,
        (SiteAction.Edit, SiteOutcome.Done) => SitesText.Saved,
        (SiteAction.Edit, SiteOutcome.FoundDone) => SitesText.SavedAfterDoubt,
        (SiteAction.Edit, SiteOutcome.FoundNotDone) => SitesText.NotSavedAfterDoubt,
        (SiteAction.Delete, SiteOutcome.Done) => SitesText.Deleted,
        (SiteAction.Delete, SiteOutcome.FoundDone) => SitesText.DeletedAfterDoubt,
        (SiteAction.Delete, SiteOutcome.FoundNotDone) => SitesText.NotDeletedAfterDoubt,
        (_, SiteOutcome.Unknown) => SitesText.OutcomeUnknown,
        (_, SiteOutcome.ReferenceTaken) => Text(SitesText.ReferenceTaken, result.Site?.DisplayName),
        (_, SiteOutcome.ChangedMeanwhile) => SitesText.ChangedMeanwhile,
        (_, SiteOutcome.Gone) => SitesText.Gone,
        _ => Refusal(result),
    };

    public static string Of(SiteSyncResult result) => result.Outcome switch
    {
        SiteSyncOutcome.Done => Counts(SitesText.SyncDone, result),
        SiteSyncOutcome.NothingListed => SitesText.SyncNothingListed,
        SiteSyncOutcome.ManyMissing => Counts(SitesText.SyncManyMissing, result),
        _ => Text(SitesText.SyncFailed, Reason(result.Failure)),
    };

    /// <summary>AURA's message, word for word; null without one.</summary>
    public static string? Quoted(AuraApiException? failure) =>
        string.IsNullOrWhiteSpace(failure?.AuraMessage) ? null : Text(SitesText.AuraSays, failure.AuraMessage);

    private static string Refusal(SiteResult result) => result.Failure?.Kind == AuraErrorKind.Conflict && result.Action == SiteAction.Register
        ? SitesText.ReferenceTakenAtAura
        : Reason(result.Failure);

    private static string Reason(AuraApiException? failure) => failure?.Kind switch
    {
        AuraErrorKind.Unauthorised => SitesText.AuraUnauthorised,
        AuraErrorKind.Forbidden => SitesText.AuraForbidden,
        AuraErrorKind.NotFound => SitesText.AuraNotFound,
        AuraErrorKind.Conflict => SitesText.AuraConflict,
        AuraErrorKind.Invalid => SitesText.AuraInvalid,
        AuraErrorKind.RateLimited => failure.RetryAfter is { } wait
            ? Text(SitesText.AuraRateLimitedFor, Math.Ceiling(wait.TotalSeconds))
            : SitesText.AuraRateLimited,
        AuraErrorKind.Unavailable => SitesText.AuraUnavailable,
        _ => SitesText.AuraUnexpected,
    };

    private static string Counts(string form, SiteSyncResult result)
    {
        var sentence = string.Format(
            CultureInfo.CurrentCulture, form, result.Added, result.Changed, result.Removed, result.Unchanged, result.Missing);
        return result.Skipped == 0 ? sentence : sentence + " " + Text(SitesText.SyncSkipped, result.Skipped);
    }

    private static string Text(string form, object? value) => string.Format(CultureInfo.CurrentCulture, form, value);
}
