using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Components.Account;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Access.Links;

/// <summary>One-time links by which somebody sets a password.</summary>
public sealed class AccountLinks(
    IServiceScopeFactory scopes, WriteGate gate, AuditLog audit, SignInSessions sessions, IOptions<AccessOptions> options, TimeProvider time)
{
    /// <summary>The whole address. The secret stands after a #, which browsers send to nobody: no log can hold it.</summary>
    public static string Address(string baseUri, string secret) => $"{baseUri.TrimEnd('/')}{AccountPaths.Link}#{secret}";

    /// <summary>Uses a link up and sets the password. All of the person's sign-ins end, and a lock-out with them.</summary>
    /// <returns>What is wrong with the password; empty when it is set; null when the link opens nothing (any more).</returns>
    public async Task<IReadOnlyList<string>?> UseAsync(string? secret, string password, CancellationToken cancellationToken)
    {
        if (LinkSecret.HashOf(secret) is not { } hash)
            return null;
        List<Guid> ended;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ConsoleDbContext>();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var now = time.GetUtcNow();
            var link = await db.AccountLinks.FirstOrDefaultAsync(one => one.Hash == hash && one.ClosedAt == null && one.ExpiresAt > now, cancellationToken);
            if (link is null || await users.FindByIdAsync(link.UserId) is not { DisabledAt: null } user)
                return null;
            link.ClosedAt = now;
            // whoever has the link was given it by an admin, who knows the address
            user.EmailConfirmed = true;
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            await users.RemovePasswordAsync(user);
            var set = await users.AddPasswordAsync(user, password);
            if (!set.Succeeded)
                return [.. set.Errors.Select(static error => error.Description)];
            ended = await sessions.MarkAllAsync(db, user.Id);
            await audit.AddAsync(db, new Operator(user.Id, user.DisplayName), new AuditNote(AccessAudit.LinkUsed, AccessAudit.Subject(user.Id), $"{link.Kind}"), CancellationToken.None);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        sessions.Forget(ended);
        return [];
    }

    /// <summary>Makes a link inside the caller's turn and transaction; older ones of the same person open nothing from then on.</summary>
    internal async Task<string> MakeAsync(ConsoleDbContext db, ConsoleUser user, AccountLinkKind kind)
    {
        await CloseAsync(db, user.Id);
        var (secret, hash) = LinkSecret.Create();
        var now = time.GetUtcNow();
        await db.AccountLinks.Where(link => link.ExpiresAt < now - SignInSessions.Kept).ExecuteDeleteAsync();
        var life = kind == AccountLinkKind.Invite ? options.Value.InviteLife : options.Value.ResetLife;
        db.AccountLinks.Add(new AccountLink { Id = Guid.NewGuid(), UserId = user.Id, Kind = kind, Hash = hash, CreatedAt = now, ExpiresAt = now + life });
        return secret;
    }

    /// <summary>Closes what is open for a person, inside the caller's turn.</summary>
    internal Task CloseAsync(ConsoleDbContext db, string userId)
    {
        var now = time.GetUtcNow();
        return db.AccountLinks.Where(link => link.UserId == userId && link.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.ClosedAt, now));
    }
}
