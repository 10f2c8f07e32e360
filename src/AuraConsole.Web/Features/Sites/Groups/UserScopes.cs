using System.Security.Claims;
using AuraConsole.Web.Access;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Groups;

/// <summary>Somebody who may be limited to groups.</summary>
public sealed record ScopedPerson(string Id, string Name, string Email, bool IsAdmin, Scope Scope);

/// <summary>Who is limited to which groups. A limit holds at once, on open screens too.</summary>
public sealed class UserScopes(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, Scopes scopes)
{
    /// <summary>Most people listed.</summary>
    public const int Most = 500;

    public async Task<IReadOnlyList<ScopedPerson>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await db.Users.AsNoTracking().OrderBy(static user => user.DisplayName).ThenBy(static user => user.Email).Take(Most).ToListAsync(cancellationToken);
        var groups = (await db.ScopedGroups.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(static scoped => scoped.UserId, static scoped => scoped.GroupId);
        var admins = await Admins(db).ToHashSetAsync(cancellationToken);
        return [.. people.Select(user => new ScopedPerson(user.Id, user.DisplayName, user.Email ?? "", admins.Contains(user.Id),
            user.IsLimited ? new Scope(true, groups[user.Id].ToHashSet(), user.SeesUngrouped) : Scope.Everything))];
    }

    /// <summary>Sets what somebody may see.</summary>
    /// <returns>False: somebody else changed it since it was shown, or it is an admin, who is never limited; nothing was changed.</returns>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public async Task<bool> SetAsync(ScopedPerson seen, Scope wanted, ClaimsPrincipal user)
    {
        var by = Operator.Admin(user);
        using (await gate.EnterAsync(CancellationToken.None))
        {
            await using var db = await contexts.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var person = await db.Users.FirstOrDefaultAsync(one => one.Id == seen.Id);
            var present = await db.ScopedGroups.Where(scoped => scoped.UserId == seen.Id).ToListAsync();
            if (person is null || await Admins(db).ContainsAsync(seen.Id)
                || person.IsLimited != seen.Scope.IsLimited || !present.Select(static scoped => scoped.GroupId).ToHashSet().SetEquals(seen.Scope.Groups))
            {
                return false;
            }
            (person.IsLimited, person.SeesUngrouped) = (wanted.IsLimited, wanted.IsLimited && wanted.WithUngrouped);
            // a sign-in under way writes the whole row back; with a new stamp it fails instead
            person.ConcurrencyStamp = Guid.NewGuid().ToString();
            db.ScopedGroups.RemoveRange(present);
            await db.SaveChangesAsync();
            var known = await db.SiteGroups.Where(group => wanted.Groups.Contains(group.Id)).OrderBy(static group => group.Name).ToListAsync();
            if (wanted.IsLimited)
                db.ScopedGroups.AddRange(known.Select(group => new ScopedGroup { UserId = seen.Id, GroupId = group.Id }));
            await audit.AddAsync(db, by, new AuditNote("user.scope", AccessAudit.Subject(seen.Id), Told(wanted, known)), CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        await scopes.LoadAsync(CancellationToken.None);
        return true;
    }

    private static string Told(Scope scope, List<SiteGroup> groups) => scope.IsLimited
        ? $"Groups: {string.Join(", ", groups.Select(static group => group.Name))}\nWithout a group: {(scope.WithUngrouped ? "yes" : "no")}"
        : "Everything";

    private static IQueryable<string> Admins(ConsoleDbContext db) =>
        from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id where role.Name == Roles.Admin select held.UserId;
}
