using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Patrols.Recurring;
using AuraConsole.Web.Features.Patrols.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AuraConsole.Web.Features.Patrols.Showing;

/// <summary>Which patrols a list shows.</summary>
public enum PatrolChoice
{
    /// <summary>Those that still have something to come.</summary>
    Coming,

    /// <summary>Those that wait for a person: an answer was lost.</summary>
    InDoubt,

    /// <summary>All, also refused, cancelled and past ones.</summary>
    All,
}

/// <summary>A patrol with its commands, and its visits around now.</summary>
/// <param name="Patrol">With its site.</param>
/// <param name="Commands">The last first.</param>
/// <param name="Visits">In their order.</param>
/// <param name="CustomerId">Our id of the customer who is visited; null for a site's.</param>
public sealed record PatrolView(Patrol Patrol, IReadOnlyList<PatrolCommand> Commands, IReadOnlyList<PatrolOccurrence> Visits, int? CustomerId);

/// <summary>Another patrol at the same site or customer, and time.</summary>
public sealed record PatrolConflict(int PatrolId, string Name, DateTimeOffset At);

/// <summary>What the pages read, as far as the scope covers it.</summary>
public sealed class PatrolQueries(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public const int MostLines = 200;
    public const int MostVisits = 60;
    private const int MostCompared = 50;
    private const int MostConflicts = 5;

    /// <summary>The list, next ones first.</summary>
    public async Task<IReadOnlyList<Patrol>> ListAsync(PatrolChoice choice, string text, Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var patrols = db.Patrols.AsNoTracking().Within(scope);
        patrols = choice switch
        {
            PatrolChoice.Coming => patrols.Where(p => p.LastEnd > now && (p.State == CommandState.Confirmed || p.State == CommandState.Unknown || p.State == CommandState.Sending)
                && (p.CancelState == null || p.CancelState != CommandState.Confirmed)),
            PatrolChoice.InDoubt => patrols.Where(p => p.State == CommandState.Unknown || p.CancelState == CommandState.Unknown),
            _ => patrols,
        };
        foreach (var word in Like.Words(text))
        {
            var pattern = Like.Contains(word);
            patrols = patrols.Where(p => EF.Functions.Like(p.Name, pattern, Like.Escape)
                || (p.Site == null && EF.Functions.Like(p.CustomerName!, pattern, Like.Escape))
                || (p.Site != null && (EF.Functions.Like(p.Site.Name!, pattern, Like.Escape) || EF.Functions.Like(p.Site.Reference, pattern, Like.Escape))));
        }
        return await patrols.Include(p => p.Site).OrderByDescending(p => p.FirstStart).ThenByDescending(p => p.Id).Take(MostLines).ToListAsync(cancellationToken);
    }

    public async Task<PatrolView?> FindAsync(int id, Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Patrols.AsNoTracking().Within(scope).Include(p => p.Site).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } patrol)
            return null;
        var commands = await db.PatrolCommands.AsNoTracking().Where(c => c.PatrolId == id).OrderByDescending(c => c.AskedAt).Take(20).ToListAsync(cancellationToken);
        var since = time.GetUtcNow().AddDays(-7);
        var visits = await db.PatrolOccurrences.AsNoTracking().Where(o => o.PatrolId == id && (o.EndsAt > since || o.State == OccurrenceState.Missed))
            .OrderBy(o => o.StartsAt).Take(MostVisits).ToListAsync(cancellationToken);
        int? customer = patrol.SiteId is not null ? null
            : await db.Customers.Where(c => c.AuraId == patrol.CustomerAuraId).Select(c => (int?)c.Id).FirstOrDefaultAsync(cancellationToken);
        return new PatrolView(patrol, commands, visits, customer);
    }

    /// <summary>The site for which a form was opened; null when there is none within the scope.</summary>
    public async Task<Site?> SiteAsync(int id, Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var site = await db.Sites.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.DeletedAt == null, cancellationToken);
        return site is not null && scope.Covers(site.GroupId) ? site : null;
    }

    /// <summary>Other patrols of the site or the customer that are there at the same time as one of the rule's next visits.</summary>
    public async Task<IReadOnlyList<PatrolConflict>> ConflictsAsync(RecurrenceRule rule, PatrolRequest asked, Scope scope, CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var visits = Recurrence.All(rule).SkipWhile(visit => visit.End <= now).Take(MostCompared).ToList();
        if (visits.Count == 0)
            return [];
        var (from, to) = (visits[0].Start.ToDateTimeOffset(), visits[^1].End.ToDateTimeOffset());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var others = await db.Patrols.AsNoTracking().Within(scope)
            .Where(p => p.Id != asked.ReplacesId && p.FirstStart < to && p.LastEnd > from)
            .Where(p => asked.ForCustomer ? p.SiteId == null && p.CustomerAuraId == asked.CustomerAuraId : p.SiteId == asked.SiteId)
            .Where(p => (p.State == CommandState.Confirmed || p.State == CommandState.Unknown) && (p.CancelState == null || p.CancelState != CommandState.Confirmed))
            .OrderBy(p => p.FirstStart).Take(MostCompared).ToListAsync(cancellationToken);
        var conflicts = new List<PatrolConflict>();
        foreach (var other in others)
        {
            var theirs = Recurrence.Between(RecurrenceRule.Of(other), visits[0].Start, visits[^1].End).ToList();
            if (visits.Find(visit => theirs.Exists(their => their.Start < visit.End && visit.Start < their.End)) is { } met)
                conflicts.Add(new PatrolConflict(other.Id, other.Name, met.Start.ToDateTimeOffset()));
            if (conflicts.Count == MostConflicts)
                break;
        }
        return conflicts;
    }
}
