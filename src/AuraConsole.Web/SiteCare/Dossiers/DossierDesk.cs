using System.Security.Claims;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.SiteCare.Dossiers;

/// <summary>Reads and changes dossiers. Of two admins who edit one at once, the second is shown what the first did.</summary>
public sealed class DossierDesk(
    IDbContextFactory<ConsoleDbContext> contexts, CalloutWriter writer, AuditLog audit, Scopes scopes, CodeWordKeeper keeper, SiteCareFeed feed)
{
    /// <summary>Null when there is no such site for this user.</summary>
    public async Task<DossierView?> FindAsync(int siteId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.From(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Sites.Within(scopes.Of(user)).AnyAsync(site => site.Id == siteId, cancellationToken))
            return null;
        return DossierView.Of(siteId, await Whole(db).AsNoTracking().FirstOrDefaultAsync(one => one.SiteId == siteId, cancellationToken));
    }

    /// <param name="siteId">Our id.</param>
    /// <param name="seen">The version that was being edited.</param>
    /// <param name="edit">Checked by <see cref="DossierRules"/>.</param>
    /// <param name="user">Who edits.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    /// <exception cref="ArgumentException">The edit is not in order.</exception>
    public async Task<DossierResult> SaveAsync(int siteId, Guid seen, DossierEdit edit, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        if (DossierRules.Faults(edit).FirstOrDefault() is { } fault)
            throw new ArgumentException(fault, nameof(edit));
        var result = await writer.WriteAsync(async session =>
        {
            var db = session.Db;
            if (!await db.Sites.Within(scopes.Of(user)).AnyAsync(site => site.Id == siteId, session.CancellationToken))
                return new DossierResult(false, null);
            var dossier = await Whole(db).FirstOrDefaultAsync(one => one.SiteId == siteId, session.CancellationToken);
            if ((dossier?.Version ?? Guid.Empty) != seen)
                return new DossierResult(false, DossierView.Of(siteId, dossier));
            if (dossier is null)
                db.SiteDossiers.Add(dossier = new SiteDossier { SiteId = siteId });
            var changes = new DossierChange(dossier, edit, keeper).Make();
            if (changes.Count == 0)
                return new DossierResult(true, DossierView.Of(siteId, dossier));
            dossier.Version = Guid.NewGuid();
            await audit.AddAsync(db, by, SiteAudit.Note(SiteAudit.DossierEdited, siteId, changes), session.CancellationToken);
            return new DossierResult(true, DossierView.Of(siteId, dossier));
        }, cancellationToken);
        if (result.IsDone)
            feed.Publish(siteId);
        return result;
    }

    private static IQueryable<SiteDossier> Whole(ConsoleDbContext db) => db.SiteDossiers.Include(one => one.Contacts).Include(one => one.CodeWords);
}
