using System.Security.Claims;
using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Access.SingleSignOn;

/// <summary>Finds, joins or makes the user whom the provider vouches for, and gives the role that the provider says.</summary>
public sealed class SingleSignOnDesk(
    IServiceScopeFactory scopes, WriteGate gate, AuditLog audit, SignInSessions sessions, IOptions<SingleSignOnOptions> options)
{
    /// <returns>The user's id, or why there is none.</returns>
    public async Task<(string? UserId, SingleSignOnTrouble Trouble)> ResolveAsync(ExternalLoginInfo login, CancellationToken cancellationToken)
    {
        var role = login.Principal.FindFirstValue(ClaimTypes.Role);
        List<Guid> ended = [];
        string? userId;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ConsoleDbContext>();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var user = await users.FindByLoginAsync(login.LoginProvider, login.ProviderKey);
            if (role is null)
            {
                // whom the provider gives no role any more leaves at once, wherever they are signed in
                if (user is not null)
                    ended = await sessions.MarkAllAsync(db, user.Id);
                await NoteAsync(db, null, AccessAudit.Refused, user is null ? AccessAudit.Nobody : AccessAudit.Subject(user.Id), "Single sign-on: no role");
            }
            else
            {
                user ??= await JoinAsync(db, users, login, role);
                if (user is null)
                    await NoteAsync(db, null, AccessAudit.Refused, AccessAudit.Nobody, "Single sign-on: the email belongs to a user who is not joined, or is none");
                else
                    ended = await GiveAsync(db, users, user, role);
            }
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            userId = user?.Id;
        }
        sessions.Forget(ended);
        return role is null ? (null, SingleSignOnTrouble.NoRole) : userId is null ? (null, SingleSignOnTrouble.Taken) : (userId, SingleSignOnTrouble.None);
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(static error => error.Code)));
    }

    private async Task<ConsoleUser?> JoinAsync(ConsoleDbContext db, UserManager<ConsoleUser> users, ExternalLoginInfo login, string role)
    {
        if (login.Principal.FindFirstValue(ClaimTypes.Email) is not { } email)
            return null;
        var user = await users.FindByEmailAsync(email);
        var isNew = user is null;
        // never silently: whoever can choose an email at the provider would become that user here
        if (user is not null && !(options.Value.LinkByEmail && login.Principal.HasClaim(ProviderAnswer.VerifiedType, "true")))
            return null;
        if (user is null)
        {
            user = new ConsoleUser { UserName = email, Email = email, EmailConfirmed = true, DisplayName = login.Principal.FindFirstValue(ClaimTypes.Name) ?? email };
            user.DisplayName = Text.Cut(user.DisplayName, ConsoleUser.DisplayNameLength)!;
            if (!(await users.CreateAsync(user)).Succeeded)
                return null;
        }
        Require(await users.AddLoginAsync(user, login));
        await NoteAsync(db, new Operator(user.Id, user.DisplayName), AccessAudit.Linked, AccessAudit.Subject(user.Id), isNew ? $"New, {role}" : "Joined by email");
        return user;
    }

    private async Task<List<Guid>> GiveAsync(ConsoleDbContext db, UserManager<ConsoleUser> users, ConsoleUser user, string role)
    {
        var held = await users.GetRolesAsync(user);
        if (held.Count == 1 && held[0] == role)
            return [];
        // the provider must not leave the console without anybody who administers
        if (role != Roles.Admin && await Admins.IsLastAsync(db, user.Id))
        {
            await NoteAsync(db, null, AccessAudit.RoleChanged, AccessAudit.Subject(user.Id), $"Stays {Roles.Admin}, though single sign-on says {role}: the last one");
            return [];
        }
        Require(await users.RemoveFromRolesAsync(user, held));
        Require(await users.AddToRoleAsync(user, role));
        await NoteAsync(db, null, AccessAudit.RoleChanged, AccessAudit.Subject(user.Id), $"{string.Join(", ", held.DefaultIfEmpty("None"))} → {role}, by single sign-on");
        return held.Count > 0 ? await sessions.MarkAllAsync(db, user.Id) : [];
    }

    private Task NoteAsync(ConsoleDbContext db, Operator? by, string kind, string subject, string detail) =>
        audit.AddAsync(db, by, new AuditNote(kind, subject, detail), CancellationToken.None);
}
