using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Access;

/// <summary>There is always somebody who can let others in.</summary>
internal static class Admins
{
    public static Task<bool> IsAdminAsync(ConsoleDbContext db, string userId) => Enabled(db).AnyAsync(id => id == userId);

    /// <summary>Whether without this person nobody would be left who administers.</summary>
    public static async Task<bool> IsLastAsync(ConsoleDbContext db, string userId) =>
        await IsAdminAsync(db, userId) && !await Enabled(db).AnyAsync(id => id != userId);

    // somebody who was invited and has not come yet cannot let anybody in
    private static IQueryable<string> Enabled(ConsoleDbContext db) =>
        from held in db.UserRoles
        join role in db.Roles on held.RoleId equals role.Id
        join user in db.Users on held.UserId equals user.Id
        where role.Name == Roles.Admin && user.DisabledAt == null && (user.PasswordHash != null || user.LastSignInAt != null)
        select user.Id;
}
