using System.Security.Claims;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.History;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Live;
using AuraConsole.Web.SiteCare;

namespace AuraConsole.Web.Features.Sites.Changing;

/// <summary>
/// Registers, edits and deletes sites: at AURA first, and here only as AURA answered. A lost answer is settled by looking at AURA.
/// </summary>
/// <remarks>
/// The token ends the waiting before anything is sent, and nothing after: a closing browser must not part what AURA did from what is
/// kept here. AURA's client limits each call in time.
/// </remarks>
/// <exception cref="UnauthorizedAccessException">From every method: the user is no admin.</exception>
public sealed partial class SiteCommands(
    ISitesApi aura, SiteLook look, SiteRows rows, SiteTurns turns, SiteDirectory directory, UpstreamStatus upstream, ILogger<SiteCommands> logger)
{
    public async Task<SiteResult> RegisterAsync(SiteDetails site, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        using var turn = await turns.TakeAsync(site.Reference, cancellationToken);
        if (await rows.FindActiveAsync(site.Reference, cancellationToken) is { } holder)
            return new SiteResult(SiteAction.Register, SiteOutcome.ReferenceTaken, holder);
        return await SendAsync(SiteAction.Register, by, null,
            async () => await rows.KeepAsync(await aura.CreateAsync(site), SiteMembers.Of(site), new SiteChange(by, SiteAudit.Registered)),
            () => RegisteredAsync(site, new SiteChange(by, SiteAudit.Registered, IsSettled: true)));
    }

    /// <summary>Replaces everything but the reference. <paramref name="opened"/> is the version that was being edited.</summary>
    public async Task<SiteResult> EditAsync(int id, Guid opened, SiteDetails site, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        using var turn = await turns.TakeAsync(site.Reference, cancellationToken);
        var row = await rows.FindAsync(id, cancellationToken);
        if (Stale(SiteAction.Edit, row, opened) is { } stale)
            return stale;
        // the form does not know the link to a customer, and an update replaces everything
        var sent = site with { Reference = row!.Reference, CustomerId = row.CustomerAuraId };
        return await SendAsync(SiteAction.Edit, by, row,
            async () => await rows.KeepAsync(await aura.UpdateAsync(row.AuraId, sent), SiteMembers.Of(sent), new SiteChange(by, SiteAudit.Edited)),
            () => EditedAsync(row, sent, new SiteChange(by, SiteAudit.Edited, IsSettled: true)));
    }

    public async Task<SiteResult> DeleteAsync(int id, Guid opened, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        var reference = (await rows.FindAsync(id, cancellationToken))?.Reference ?? "";
        using var turn = await turns.TakeAsync(reference, cancellationToken);
        var row = await rows.FindAsync(id, cancellationToken);
        if (Stale(SiteAction.Delete, row, opened) is { } stale)
            return stale;
        return await SendAsync(SiteAction.Delete, by, row,
            async () =>
            {
                await aura.DeleteAsync(row!.AuraId);
                return await rows.MarkDeletedAsync(id, new SiteChange(by, SiteAudit.Deleted));
            },
            () => DeletedAsync(row!, new SiteChange(by, SiteAudit.Deleted, IsSettled: true)));
    }

    /// <summary>Reads AURA's list now; see <see cref="SiteDirectory.SyncAsync"/>.</summary>
    public Task<SiteSyncResult> ReadFromAuraAsync(bool removeMany, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        Log.Reading(logger, by.Id, removeMany);
        return directory.SyncAsync(removeMany, cancellationToken);
    }

    private static SiteResult? Stale(SiteAction action, Site? row, Guid opened) => row switch
    {
        null or { DeletedAt: not null } => new SiteResult(action, SiteOutcome.Gone, row),
        _ when row.Version != opened => new SiteResult(action, SiteOutcome.ChangedMeanwhile, row),
        _ => null,
    };

    private async Task<SiteResult> SendAsync(
        SiteAction action, Operator by, Site? row, Func<Task<Site>> send, Func<Task<(SiteOutcome Outcome, Site? Site)>> settle)
    {
        SiteResult result;
        try
        {
            result = new SiteResult(action, SiteOutcome.Done, await send());
            upstream.Answered();
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            // "not found" for a site that we have is worth a look, too
            var (outcome, site) = failure.Kind == AuraErrorKind.OutcomeUnknown || (failure.Kind == AuraErrorKind.NotFound && row is not null)
                ? await settle()
                : (SiteOutcome.Refused, row);
            if (failure.Kind == AuraErrorKind.NotFound && outcome is SiteOutcome.FoundNotDone or SiteOutcome.Unknown)
                outcome = SiteOutcome.Refused;
            result = new SiteResult(action, outcome, site, failure);
        }

        Log.Settled(logger, action, result.Site?.Id, result.Outcome, by.Id, result.Failure?.Kind, result.Failure?.CorrelationId);
        return result;
    }

    private async Task<(SiteOutcome Outcome, Site? Site)> RegisteredAsync(SiteDetails sent, SiteChange change)
    {
        var (isKnown, told) = await look.ByReferenceAsync(sent.Reference);
        if (told is null)
            return (isKnown ? SiteOutcome.FoundNotDone : SiteOutcome.Unknown, null);
        return (SiteOutcome.FoundDone, await rows.KeepAsync(told, SiteMembers.Of(sent), change));
    }

    private async Task<(SiteOutcome Outcome, Site? Site)> EditedAsync(Site row, SiteDetails sent, SiteChange change)
    {
        var (isKnown, told) = await look.ByIdAsync(row.AuraId);
        if (told is null)
            return isKnown ? (SiteOutcome.Gone, await rows.MarkDeletedAsync(row.Id, change with { Kind = SiteAudit.Deleted })) : (SiteOutcome.Unknown, row);
        var before = SiteMembers.Of(row);
        var kept = await rows.KeepAsync(told, before, change);
        // AURA may tidy what it takes, so anything but the former state is the new one
        var isAsBefore = SiteMembers.Of(kept) == before && before != SiteMembers.Of(sent);
        return (isAsBefore ? SiteOutcome.FoundNotDone : SiteOutcome.FoundDone, kept);
    }

    private async Task<(SiteOutcome Outcome, Site? Site)> DeletedAsync(Site row, SiteChange change)
    {
        var (isKnown, told) = await look.ByIdAsync(row.AuraId);
        if (told is not null)
            return (SiteOutcome.FoundNotDone, await rows.KeepAsync(told, SiteMembers.Of(row), change with { Kind = SiteAudit.Edited }));
        return isKnown ? (SiteOutcome.FoundDone, await rows.MarkDeletedAsync(row.Id, change)) : (SiteOutcome.Unknown, row);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information,
            "{Action} of site {SiteId} by user {UserId}: {Outcome}, {Kind}, correlation {Correlation}")]
        public static partial void Settled(
            ILogger logger, SiteAction action, int? siteId, SiteOutcome outcome, string userId, AuraErrorKind? kind, string? correlation);

        [LoggerMessage(2, LogLevel.Information, "User {UserId} asked to read AURA's sites; remove many: {RemoveMany}")]
        public static partial void Reading(ILogger logger, string userId, bool removeMany);
    }
}
