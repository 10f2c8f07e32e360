using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Escalations;

public enum AcknowledgeOutcome
{
    Done,

    /// <summary>Somebody else was first; see the name.</summary>
    Already,

    Gone,
}

/// <summary>Reads firings and acknowledges them, on a supervisor's word.</summary>
public sealed class EscalationDesk(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, EscalationBook book, Scopes scopes, TimeProvider time)
{
    public const int Page = 50;

    /// <summary>The newest first; one more than a page when there are older ones.</summary>
    public async Task<IReadOnlyList<EscalationFiring>> ListAsync(long? before, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Supervisor(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Within(db.EscalationFirings.AsNoTracking(), scopes.Of(user)).Where(firing => before == null || firing.Id < before)
            .OrderByDescending(static firing => firing.Id).Take(Page + 1).ToListAsync(cancellationToken);
    }

    /// <summary>A second acknowledgement changes nothing, and says whose the first was.</summary>
    /// <exception cref="UnauthorizedAccessException">The user is no supervisor.</exception>
    public async Task<(AcknowledgeOutcome Outcome, string? ByName)> AcknowledgeAsync(long id, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Supervisor(user);
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await Within(db.EscalationFirings, scopes.Of(user)).FirstOrDefaultAsync(firing => firing.Id == id, cancellationToken) is not { } firing)
                return (AcknowledgeOutcome.Gone, null);
            if (firing.AcknowledgedAt is not null)
                return (AcknowledgeOutcome.Already, firing.AcknowledgedByName);
            (firing.AcknowledgedAt, firing.AcknowledgedByName) = (time.GetUtcNow(), Text.Cut(by.Name, Command.NameLength));
            await audit.AddAsync(db, by, EscalationKinds.Note(EscalationKinds.Acknowledged, firing), cancellationToken);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        await book.LoadAsync(CancellationToken.None);
        return (AcknowledgeOutcome.Done, by.Name);
    }

    private static Operator Supervisor(ClaimsPrincipal user) => user.IsInRole(Roles.Supervisor) || user.IsInRole(Roles.Admin)
        ? Operator.From(user)
        : throw new UnauthorizedAccessException("This needs a supervisor.");

    /// <summary>What is about the console as a whole is for all.</summary>
    private static IQueryable<EscalationFiring> Within(IQueryable<EscalationFiring> firings, Scope scope)
    {
        if (!scope.IsLimited)
            return firings;
        var (groups, ungrouped) = (scope.Groups.ToArray(), scope.WithUngrouped);
        return firings.Where(firing => firing.CalloutAuraId == null || (firing.GroupId == null ? ungrouped : groups.Contains(firing.GroupId.Value)));
    }
}
