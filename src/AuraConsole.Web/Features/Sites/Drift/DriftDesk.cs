using System.Security.Claims;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.History;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.SiteCare;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Drift;

/// <summary>What came of settling a difference.</summary>
public enum DriftSettled
{
    Done,

    /// <summary>AURA could not be looked at: nothing was changed here.</summary>
    AuraUnavailable,

    /// <summary>AURA refused, or did not answer: see the site; nothing was changed here.</summary>
    NotTaken,

    /// <summary>Somebody settled or changed it meanwhile.</summary>
    Gone,

    /// <summary>Ours has no position, and AURA takes no site without one.</summary>
    NoPosition,
}

/// <summary>Settles one difference: takes AURA's state here, or sends ours to AURA. Always by AURA's state of this moment, not by the noted one.</summary>
/// <exception cref="UnauthorizedAccessException">From every method: the user is no admin.</exception>
public sealed class DriftDesk(
    ISitesApi aura, SiteLook look, SiteRows rows, SiteTurns turns, SiteCommands commands, IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit,
    SiteFeed feed)
{
    /// <summary>Most shown at once.</summary>
    public const int Page = 200;

    public async Task<(IReadOnlyList<SiteDrift> Found, int Total)> ListAsync(DriftKind? kind, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var drifts = db.SiteDrifts.AsNoTracking().Where(drift => kind == null || drift.Kind == kind);
        return (await drifts.OrderBy(static drift => drift.Id).Take(most).ToListAsync(cancellationToken), await drifts.CountAsync(cancellationToken));
    }

    /// <summary>Our record becomes what AURA has now; a site that AURA does not have goes out of service here.</summary>
    public async Task<DriftSettled> TakeAsync(SiteDrift drift, ClaimsPrincipal user)
    {
        var by = Operator.Admin(user);
        using var turn = await turns.TakeAsync(drift.Reference, CancellationToken.None);
        var (isKnown, told) = await look.ByIdAsync(drift.AuraId);
        if (!isKnown)
            return DriftSettled.AuraUnavailable;
        if (told is not null)
            await rows.KeepAsync(told, null, new SiteChange(by, SiteAudit.Edited, IsSettled: true));
        else if (drift.SiteId is { } siteId)
            await rows.MarkDeletedAsync(siteId, new SiteChange(by, SiteAudit.Deleted, IsSettled: true));
        await ForgetAsync(drift.AuraId);
        return DriftSettled.Done;
    }

    /// <summary>AURA gets what we have: an update, or where AURA has no such site any more, the site anew.</summary>
    public async Task<DriftSettled> SendAsync(SiteDrift drift, ClaimsPrincipal user)
    {
        var by = Operator.Admin(user);
        if (drift.SiteId is not { } siteId || await rows.FindAsync(siteId, CancellationToken.None) is not { DeletedAt: null } row)
            return DriftSettled.Gone;
        if (row is not { Latitude: { } latitude, Longitude: { } longitude })
            return DriftSettled.NoPosition;
        var ours = new SiteDetails
        {
            Reference = row.Reference,
            Name = row.Name,
            Address = row.Address,
            Latitude = latitude,
            Longitude = longitude,
            TypeId = row.TypeId,
            W3w = row.W3w,
            AdditionalInformation = row.AdditionalInformation,
            CustomerId = row.CustomerAuraId,
        };
        var settled = drift.Kind is DriftKind.Missing or DriftKind.DeletedAtAura
            ? await SendAnewAsync(row, ours, by)
            : (await commands.EditAsync(row.Id, row.Version, ours, user, CancellationToken.None)).IsDone ? DriftSettled.Done : DriftSettled.NotTaken;
        if (settled == DriftSettled.Done)
            await ForgetAsync(drift.AuraId);
        return settled;
    }

    /// <summary>The row stays, with all that hangs on it; only AURA's id of it is another from now on.</summary>
    private async Task<DriftSettled> SendAnewAsync(Site row, SiteDetails ours, Operator by)
    {
        using var turn = await turns.TakeAsync(row.Reference, CancellationToken.None);
        // somebody may have registered it at AURA since the comparison; and whether AURA did what we ask is seen here, too
        var (isKnown, told) = await look.ByReferenceAsync(row.Reference);
        if (!isKnown)
            return DriftSettled.AuraUnavailable;
        if (told is null)
        {
            try
            {
                told = await aura.CreateAsync(ours);
            }
            catch (AuraApiException failure) when (failure.Kind == AuraErrorKind.OutcomeUnknown)
            {
                (_, told) = await look.ByReferenceAsync(row.Reference);
            }
            catch (AuraApiException)
            {
                // refused: said by the answer
            }
        }
        if (told is null)
            return DriftSettled.NotTaken;
        return await LinkAsync(row, told.Id, by) ? DriftSettled.Done : DriftSettled.Gone;
    }

    private async Task<bool> LinkAsync(Site seen, long auraId, Operator by)
    {
        using var turn = await gate.EnterAsync(CancellationToken.None);
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Sites.FirstOrDefaultAsync(site => site.Id == seen.Id && site.Version == seen.Version) is not { } row || await db.Sites.AnyAsync(site => site.AuraId == auraId && site.Id != seen.Id))
            return false;
        await audit.AddAsync(db, by, SiteAudit.Note(SiteAudit.Registered, row.Id, $"AURA's id: {row.AuraId} → {auraId}"), CancellationToken.None);
        (row.AuraId, row.Version) = (auraId, Guid.NewGuid());
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return true;
    }

    private async Task ForgetAsync(long auraId)
    {
        using (await gate.EnterAsync(CancellationToken.None))
        {
            await using var db = await contexts.CreateDbContextAsync();
            await db.SiteDrifts.Where(drift => drift.AuraId == auraId).ExecuteDeleteAsync();
        }
        feed.Publish();
    }
}
