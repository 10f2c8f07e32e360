using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Data;

/// <summary>Patrols that visit a customer, and not a site.</summary>
public static class CustomerPatrols
{
    /// <summary>Whether AURA has, or may have, one that is not over.</summary>
    public static Task<bool> AreComingAsync(ConsoleDbContext db, long customerAuraId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Patrols.AnyAsync(
            p => p.SiteId == null && p.CustomerAuraId == customerAuraId && p.LastEnd > now
                && p.State != CommandState.Rejected && p.State != CommandState.NotSent && (p.CancelState == null || p.CancelState != CommandState.Confirmed),
            cancellationToken);
}
