using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using AuraConsole.Web.Access;
using AuraConsole.Web.Access.Links;
using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Users;

/// <summary>An admin lets people in, changes what they may do, and keeps them out.</summary>
/// <exception cref="UnauthorizedAccessException">From every change: the user is no admin, by the page or by now.</exception>
public sealed class UserDesk(IServiceScopeFactory scopes, WriteGate gate, AuditLog audit, AccountLinks links, SignInSessions sessions, TimeProvider time)
{
    /// <summary>Most people there may be.</summary>
    public const int Most = 500;

    public const int EmailLength = 256;

    /// <summary>Makes somebody known who then sets a password by the link.</summary>
    public Task<UserResult> InviteAsync(string email, string name, string role, ClaimsPrincipal admin)
    {
        var (address, called) = (email.Trim(), name.Trim());
        if (address.Length > EmailLength || !new EmailAddressAttribute().IsValid(address))
            return Task.FromResult<UserResult>(UserOutcome.EmailInvalid);
        ArgumentOutOfRangeException.ThrowIfZero(called.Length, nameof(name));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(called.Length, ConsoleUser.DisplayNameLength, nameof(name));
        Demand(role);
        return TurnAsync(admin, async turn =>
        {
            if (await turn.Users.FindByEmailAsync(address) is not null)
                return UserOutcome.EmailTaken;
            if (await turn.Db.Users.CountAsync() >= Most)
                return UserOutcome.TooMany;
            var user = new ConsoleUser { UserName = address, Email = address, DisplayName = called };
            if (!(await turn.Users.CreateAsync(user)).Succeeded)
                return UserOutcome.EmailInvalid;
            Require(await turn.Users.AddToRoleAsync(user, role));
            var secret = await links.MakeAsync(turn.Db, user, AccountLinkKind.Invite);
            await turn.NoteAsync(AccessAudit.Invited, user, role);
            return new UserResult(UserOutcome.Done, secret);
        });
    }

    /// <summary>Makes a new one-time link: an invitation again, or one to a new password. The present password stays until it is used.</summary>
    public Task<UserResult> LinkAsync(string userId, ClaimsPrincipal admin) => ChangeAsync(userId, admin, async (turn, user) =>
    {
        if (user.DisabledAt is not null)
            return UserOutcome.Disabled;
        var kind = user.PasswordHash is null ? AccountLinkKind.Invite : AccountLinkKind.Reset;
        var secret = await links.MakeAsync(turn.Db, user, kind);
        await turn.NoteAsync(AccessAudit.LinkMade, user, $"{kind}");
        return new UserResult(UserOutcome.Done, secret);
    });

    /// <summary>Gives a role in place of another. Whoever loses one leaves at once, and signs in again with the new one.</summary>
    /// <param name="seen">The role as it was shown; null for none.</param>
    public Task<UserResult> SetRoleAsync(string userId, string? seen, string role, ClaimsPrincipal admin)
    {
        Demand(role);
        return ChangeAsync(userId, admin, async (turn, user) =>
        {
            var held = await turn.Users.GetRolesAsync(user);
            if (Roles.All.LastOrDefault(held.Contains) != seen)
                return UserOutcome.ChangedMeanwhile;
            if (seen == role)
                return UserOutcome.Done;
            if (role != Roles.Admin && await RefusalAsync(turn, user) is { } refusal)
                return refusal;
            Require(await turn.Users.RemoveFromRolesAsync(user, held));
            Require(await turn.Users.AddToRoleAsync(user, role));
            // an admin is never limited to groups, and none of the old limits may come back with the next role
            if (role == Roles.Admin)
                (user.IsLimited, user.SeesUngrouped) = (false, false);
            if (seen is not null && Rank(role) < Rank(seen))
                turn.Ended.AddRange(await sessions.MarkAllAsync(turn.Db, user.Id));
            await turn.NoteAsync(AccessAudit.RoleChanged, user, $"{seen ?? "None"} → {role}");
            return UserOutcome.Done;
        });
    }

    /// <summary>Keeps somebody out, at once and until enabled again.</summary>
    public Task<UserResult> DisableAsync(string userId, ClaimsPrincipal admin) => ChangeAsync(userId, admin, async (turn, user) =>
    {
        if (await RefusalAsync(turn, user) is { } refusal)
            return refusal;
        if (user.DisabledAt is not null)
            return UserOutcome.Done;
        user.DisabledAt = time.GetUtcNow();
        await links.CloseAsync(turn.Db, user.Id);
        turn.Ended.AddRange(await sessions.MarkAllAsync(turn.Db, user.Id));
        await turn.NoteAsync(AccessAudit.Disabled, user);
        return UserOutcome.Done;
    });

    public Task<UserResult> EnableAsync(string userId, ClaimsPrincipal admin) => ChangeAsync(userId, admin, async (turn, user) =>
    {
        user.DisabledAt = null;
        await turn.NoteAsync(AccessAudit.Enabled, user);
        return UserOutcome.Done;
    });

    /// <summary>Ends a lock-out after wrong passwords.</summary>
    public Task<UserResult> UnlockAsync(string userId, ClaimsPrincipal admin) => ChangeAsync(userId, admin, async (turn, user) =>
    {
        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        await turn.NoteAsync(AccessAudit.Unlocked, user);
        return UserOutcome.Done;
    });

    /// <summary>For somebody who lost the telephone: takes authenticator, recovery codes and passkeys away, and ends all sign-ins.</summary>
    public Task<UserResult> ClearFactorsAsync(string userId, ClaimsPrincipal admin) => ChangeAsync(userId, admin, async (turn, user) =>
    {
        if (user.Id == turn.By.Id)
            return UserOutcome.Yourself;
        Require(await turn.Users.SetTwoFactorEnabledAsync(user, false));
        await turn.Db.UserTokens.Where(token => token.UserId == userId).ExecuteDeleteAsync();
        await turn.Db.UsedCodes.Where(used => used.UserId == userId).ExecuteDeleteAsync();
        await turn.Db.UserPasskeys.Where(passkey => passkey.UserId == userId).ExecuteDeleteAsync();
        turn.Ended.AddRange(await sessions.MarkAllAsync(turn.Db, user.Id));
        await turn.NoteAsync(AccessAudit.FactorRemoved, user, "All, by an admin");
        return UserOutcome.Done;
    });

    private static int Rank(string role) => Roles.All.ToList().IndexOf(role);

    private static void Demand(string role)
    {
        if (!Roles.All.Contains(role))
            throw new ArgumentException("There is no such role.", nameof(role));
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(static error => error.Code)));
    }

    // for whatever would take somebody's rights as an admin away
    private static async Task<UserOutcome?> RefusalAsync(UserTurn turn, ConsoleUser user) =>
        await Admins.IsLastAsync(turn.Db, user.Id) ? UserOutcome.LastAdmin
        : user.Id == turn.By.Id ? UserOutcome.Yourself
        : null;

    private Task<UserResult> ChangeAsync(string userId, ClaimsPrincipal admin, Func<UserTurn, ConsoleUser, Task<UserResult>> change) =>
        TurnAsync(admin, async turn =>
        {
            if (await turn.Users.FindByIdAsync(userId) is not { } user)
                return UserOutcome.Gone;
            var result = await change(turn, user);
            // a sign-in under way writes the whole row back; with a new stamp it fails instead
            user.ConcurrencyStamp = Guid.NewGuid().ToString();
            return result;
        });

    private async Task<UserResult> TurnAsync(ClaimsPrincipal admin, Func<UserTurn, Task<UserResult>> change)
    {
        var by = Operator.Admin(admin);
        UserResult result;
        UserTurn turn;
        using (await gate.EnterAsync(CancellationToken.None))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ConsoleDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            // two admins at once: whoever was admin when the page was drawn may be none by now
            if (!await Admins.IsAdminAsync(db, by.Id))
                throw new UnauthorizedAccessException("This needs an admin.");
            turn = new UserTurn(db, scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>(), by, audit);
            result = await change(turn);
            if (result.Outcome != UserOutcome.Done)
                return result;
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        sessions.Forget(turn.Ended);
        return result;
    }

    private sealed record UserTurn(ConsoleDbContext Db, UserManager<ConsoleUser> Users, Operator By, AuditLog Audit)
    {
        public List<Guid> Ended { get; } = [];

        public Task NoteAsync(string kind, ConsoleUser user, string? detail = null) =>
            Audit.AddAsync(Db, By, new AuditNote(kind, AccessAudit.Subject(user.Id), detail), CancellationToken.None);
    }
}
