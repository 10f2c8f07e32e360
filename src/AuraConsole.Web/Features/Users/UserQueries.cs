using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Users;

/// <summary>The people of the console as an admin sees them.</summary>
public sealed class UserQueries(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<IReadOnlyList<UserLine>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var users = await db.Users.AsNoTracking().OrderBy(static user => user.DisplayName).ThenBy(static user => user.Email).Take(UserDesk.Most).ToListAsync(cancellationToken);
        var roles = (await (from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id select new { held.UserId, role.Name })
            .ToListAsync(cancellationToken)).ToLookup(static held => held.UserId, static held => held.Name!);
        var open = await db.SignInSessions.OpenAt(now).GroupBy(static session => session.UserId)
            .Select(static own => new { own.Key, Count = own.Count() }).ToDictionaryAsync(static own => own.Key, static own => own.Count, cancellationToken);
        var passkeys = await db.UserPasskeys.GroupBy(static passkey => passkey.UserId)
            .Select(static own => new { own.Key, Count = own.Count() }).ToDictionaryAsync(static own => own.Key, static own => own.Count, cancellationToken);
        var links = (await db.AccountLinks.Where(link => link.ClosedAt == null && link.ExpiresAt > now).Select(static link => new { link.UserId, link.ExpiresAt })
            .ToListAsync(cancellationToken)).ToLookup(static link => link.UserId, static link => link.ExpiresAt);
        var groups = (await db.ScopedGroups.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(static scoped => scoped.UserId, static scoped => scoped.GroupId);
        return [.. users.Select(user => new UserLine(
            user.Id, user.DisplayName, user.Email ?? "", Roles.All.LastOrDefault(roles[user.Id].Contains), StateOf(user, now),
            user.IsLimited ? new Scope(true, groups[user.Id].ToHashSet(), user.SeesUngrouped) : Scope.Everything,
            user.TwoFactorEnabled, passkeys.GetValueOrDefault(user.Id), user.PasswordHash is not null, user.LastSignInAt, open.GetValueOrDefault(user.Id),
            links[user.Id].Select(static until => (DateTimeOffset?)until).FirstOrDefault()))];
    }

    private static UserState StateOf(ConsoleUser user, DateTimeOffset now) => user switch
    {
        { DisabledAt: not null } => UserState.Disabled,
        _ when user.LockoutEnd > now => UserState.Locked,
        { PasswordHash: null, LastSignInAt: null } => UserState.Invited,
        _ => UserState.Active,
    };
}
