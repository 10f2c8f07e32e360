using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Reading;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Groups;

/// <summary>A group, and how much is in it.</summary>
public sealed record GroupLine(int Id, string Name, SiteGroupKind Kind, int Sites, int People);

/// <summary>What came of a change of a group.</summary>
public enum GroupOutcome
{
    Done,

    /// <summary>Another group has that name.</summary>
    NameTaken,

    /// <summary>Somebody renamed, changed or removed it meanwhile.</summary>
    ChangedMeanwhile,

    /// <summary>There are sites in it, or people are limited to it.</summary>
    InUse,
}

/// <summary>Groups as admins keep them.</summary>
/// <exception cref="UnauthorizedAccessException">From every change: the user is no admin.</exception>
public sealed class GroupDesk(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, SiteFeed feed)
{
    /// <summary>Most groups there may be.</summary>
    public const int Most = 1000;

    public async Task<IReadOnlyList<GroupLine>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SiteGroups.AsNoTracking().OrderBy(static group => group.Name).Take(Most)
            .Select(group => new GroupLine(group.Id, group.Name, group.Kind,
                db.Sites.Count(site => site.GroupId == group.Id && site.DeletedAt == null), db.ScopedGroups.Count(scoped => scoped.GroupId == group.Id)))
            .ToListAsync(cancellationToken);
    }

    /// <param name="name">1 to <see cref="SiteGroup.NameLength"/> characters.</param>
    /// <param name="kind">What holds it together.</param>
    /// <param name="user">Who asks.</param>
    /// <exception cref="ArgumentException">The name is blank or too long, or there are too many groups.</exception>
    public Task<GroupOutcome> AddAsync(string name, SiteGroupKind kind, ClaimsPrincipal user)
    {
        var (by, wanted) = (Operator.Admin(user), Checked(name));
        return ChangeAsync(async db =>
        {
            if (await db.SiteGroups.AnyAsync(group => group.Name == wanted))
                return GroupOutcome.NameTaken;
            if (await db.SiteGroups.CountAsync() >= Most)
                throw new ArgumentException($"There are {Most} groups already.", nameof(name));
            var group = new SiteGroup { Name = wanted, Kind = kind };
            db.SiteGroups.Add(group);
            await db.SaveChangesAsync();
            await audit.AddAsync(db, by, new AuditNote("group.added", Subject(group.Id), $"{wanted}, {kind}"), CancellationToken.None);
            return GroupOutcome.Done;
        });
    }

    /// <param name="seen">The group as the admin saw it.</param>
    /// <param name="name">The new name.</param>
    /// <param name="kind">The new kind.</param>
    /// <param name="user">Who asks.</param>
    /// <exception cref="ArgumentException">The name is blank or too long.</exception>
    public Task<GroupOutcome> RenameAsync(GroupLine seen, string name, SiteGroupKind kind, ClaimsPrincipal user)
    {
        var (by, wanted) = (Operator.Admin(user), Checked(name));
        return ChangeAsync(async db =>
        {
            if (await FindAsync(db, seen) is not { } group)
                return GroupOutcome.ChangedMeanwhile;
            if (await db.SiteGroups.AnyAsync(other => other.Name == wanted && other.Id != seen.Id))
                return GroupOutcome.NameTaken;
            await audit.AddAsync(db, by, new AuditNote("group.changed", Subject(group.Id), $"{group.Name}, {group.Kind} → {wanted}, {kind}"), CancellationToken.None);
            (group.Name, group.Kind) = (wanted, kind);
            return GroupOutcome.Done;
        });
    }

    /// <summary>Removes an empty group. Callouts keep the name they began with.</summary>
    public Task<GroupOutcome> RemoveAsync(GroupLine seen, ClaimsPrincipal user)
    {
        var by = Operator.Admin(user);
        return ChangeAsync(async db =>
        {
            if (await FindAsync(db, seen) is not { } group)
                return GroupOutcome.ChangedMeanwhile;
            // of deleted sites, too: they may be registered again
            if (await db.Sites.AnyAsync(site => site.GroupId == seen.Id) || await db.ScopedGroups.AnyAsync(scoped => scoped.GroupId == seen.Id))
                return GroupOutcome.InUse;
            db.SiteGroups.Remove(group);
            await audit.AddAsync(db, by, new AuditNote("group.removed", Subject(group.Id), group.Name), CancellationToken.None);
            return GroupOutcome.Done;
        });
    }

    private static Task<SiteGroup?> FindAsync(ConsoleDbContext db, GroupLine seen) =>
        db.SiteGroups.FirstOrDefaultAsync(group => group.Id == seen.Id && group.Name == seen.Name && group.Kind == seen.Kind);

    private static string Subject(int id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"group:{id}");

    private static string Checked(string name)
    {
        var wanted = name.Trim();
        return wanted.Length is > 0 and <= SiteGroup.NameLength
            ? wanted
            : throw new ArgumentException($"A group's name has 1 to {SiteGroup.NameLength} characters.", nameof(name));
    }

    private async Task<GroupOutcome> ChangeAsync(Func<ConsoleDbContext, Task<GroupOutcome>> change)
    {
        GroupOutcome outcome;
        using (await gate.EnterAsync(CancellationToken.None))
        {
            await using var db = await contexts.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            outcome = await change(db);
            if (outcome != GroupOutcome.Done)
                return outcome;
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        feed.Publish();
        return outcome;
    }
}
